from dataclasses import dataclass
from uuid import UUID

from django.utils.text import slugify

from directory.generate.phrases import alike
from directory.generate.rows import add_contact, add_phone
from directory.generate.stock import Stock
from directory.generate.texts import Texts
from directory.generate.towns import Town
from directory.models import Organization


@dataclass(frozen=True)
class Owner:
    """An organization, with what its places and services need to know of it."""

    organization_id: UUID
    town: Town


def make_organization(stock: Stock) -> Owner:
    owner, texts = Owner(stock.chance.uuid(), stock.chance.often_first(stock.towns)), Texts()
    need = stock.chance.often_first(stock.needs)
    slots = stock.phrases.around({"town": alike(owner.town.name), "need": need.name, "word": need.word(stock.chance)})
    name = texts.own("name", stock.phrases.say("organization_names", slots))
    texts.own("description", stock.phrases.text("organization_texts", slots, 4))
    add_phone(stock, texts, owner.town, slots, organization_id=owner.organization_id)
    if stock.chance.happens(0.3):
        add_contact(stock, texts, owner.town, slots, organization_id=owner.organization_id)
    host = f"{slugify(name)}.example.org"
    stock.add_listing(
        Organization,
        owner.organization_id,
        texts,
        website=f"https://{host}",
        email=f"hello@{host}",
        legal_status=stock.phrases.one("legal_statuses")["en"],
        year_incorporated=stock.chance.number(1950, stock.today.year - 1),
    )
    return owner
