from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from directory.generate.needs import Need
from directory.generate.organizations import Owner
from directory.generate.phrases import Slots, alike
from directory.generate.rows import add_contact, add_hours, add_languages, add_phone
from directory.generate.service_places import add_place
from directory.generate.stock import Stock
from directory.generate.terms_of_help import add_terms, answers_of
from directory.generate.texts import Texts
from directory.models import Attribute, Service
from directory.models.services import Group

STATUSES = [*["active"] * 94, *["temporarily closed"] * 3, *["inactive"] * 2, "defunct"]
DELIVERY = [["in_person"], ["in_person", "phone"], ["phone"], ["online", "phone"], ["home"], []]
SUMMARY_LENGTH = 200


def make_service(stock: Stock, owner: Owner, places: Sequence[UUID]) -> None:
    key, texts = stock.chance.uuid(), Texts()
    needs = stock.chance.some(stock.needs, stock.chance.number(1, 3))
    slots, answers = _slots(stock, owner, needs[0]), answers_of(stock)
    _say(stock, texts, slots)
    add_terms(stock, texts, key, answers, slots)
    _add_rows(stock, texts, key, owner, slots)
    _add_needs(stock, key, needs)
    for order, location_id in enumerate(stock.chance.some(places, stock.chance.number(1, 3))):
        add_place(stock, texts, owner, slots, service_id=key, location_id=location_id, sort_order=order)
    stock.add_listing(
        Service,
        key,
        texts,
        organization_id=owner.organization_id,
        status=stock.chance.any_of(STATUSES),
        do_not_list=stock.chance.happens(0.005),
        delivery=stock.chance.often_first(DELIVERY),
        cost=answers.cost,
        papers=answers.papers,
        groups=[stock.chance.any_of(Group.values)] if stock.chance.happens(0.2) else [],
        **_confirmation(stock),
    )


def _slots(stock: Stock, owner: Owner, need: Need) -> Slots:
    about = {"need": need.name, "about": need.about, "word": need.word(stock.chance)}
    where = {"town": alike(owner.town.name), "zip": alike(owner.town.zip)}
    return stock.phrases.around({**about, **where, "second": need.word(stock.chance)})


def _say(stock: Stock, texts: Texts, slots: Slots) -> None:
    summary = stock.phrases.say("summaries", slots)
    texts.own("name", stock.phrases.say("service_names", slots))
    texts.own("summary", {language: text[:SUMMARY_LENGTH] for language, text in summary.items()})
    texts.own("description", stock.phrases.text("descriptions", slots, stock.chance.number(4, 12)))
    texts.own("eligibility_description", stock.phrases.say("eligibility", slots))
    for field, name, probability in (
        ("application_process", "processes", 0.6),
        ("interpretation_services", "interpreters", 0.2),
        ("alert", "alerts", 0.02),
    ):
        if stock.chance.happens(probability):
            texts.own(field, stock.phrases.say(name, slots))


def _confirmation(stock: Stock) -> dict[str, Any]:
    """Most within the half year the office promises, some older, some never."""
    if stock.chance.happens(0.06):
        return {}
    days = stock.chance.number(0, 170) if stock.chance.happens(0.8) else stock.chance.number(171, 500)
    by = "agency" if stock.chance.happens(0.6) else "office"
    return {"assured_date": stock.today - timedelta(days=days), "assured_by": by}


def _add_rows(stock: Stock, texts: Texts, service_id: UUID, owner: Owner, slots: Slots) -> None:
    if stock.chance.happens(0.8):
        add_phone(stock, texts, owner.town, slots, service_id=service_id)
    if stock.chance.happens(0.7):
        add_hours(stock, texts, service_id=service_id)
    if stock.chance.happens(0.8):
        add_languages(stock, texts, service_id=service_id)
    if stock.chance.happens(0.1):
        add_contact(stock, texts, owner.town, slots, service_id=service_id)


def _add_needs(stock: Stock, service_id: UUID, needs: list[Need]) -> None:
    for order, need in enumerate(needs):
        stock.add(
            Attribute,
            service_id=service_id,
            link_entity="service",
            link_id=service_id,
            taxonomy_term_id=need.term_id,
            sort_order=order,
        )
