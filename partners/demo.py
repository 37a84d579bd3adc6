"""The demo's partner and what awaits the office: changes in every state, a conflict, reports, claims, a flood."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from core.accounts.this_machine import PARTNER, login_of_this_machine
from core.models import User
from directory.demo.files import key_id
from directory.models import Organization, Service
from partners import at_once
from partners.applying import publish_changes
from partners.deciding import Verdict, decide, standing
from partners.models import AtOnce, Claim, Membership, Problem, Proposal, Report, State, Suggestion
from partners.proposing import Sender, send
from partners.values import values_of
from schools.pairs.demo import load_paper

HOUSE = "mesa-sereno"
FLOOD = 12
HOW = {
    "application_process": "Come while it is open. Nobody has to call first.",
    "application_process@es": "Venga mientras está abierto. No hay que llamar antes.",
}
LINE = {
    "summary": "Fresh food for the whole family, twice a week.",
    "summary@es": "Comida fresca para toda la familia, dos veces por semana.",
}


@transaction.atomic
def load_partners(today: date) -> None:
    """What is not there yet; nothing at all without the organization it is about."""
    house = Organization.objects.filter(pk=key_id("organization", HOUSE)).first()
    if house is None or Proposal.objects.exists():
        return
    account = _account(house)
    services = list(Service.objects.facts().filter(organization=house).order_by("name"))
    _form(services[0], today)
    services[0] = Service.objects.get(pk=services[0].pk)
    _changes(services, account)
    _from_outside(house, services[0])
    # Last: no letter of the demo waits for an address that is not there.
    User.objects.filter(pk=account.pk).update(email="partner@mesasereno.example.org")
    at_once.say(services[-1].pk, AtOnce.What.FULL, today + timedelta(days=6), by=account)


def _form(service: Service, today: date) -> None:
    titles = {"en": "Who picks up my box", "es": "Quién recoge mi caja"}
    paper = load_paper({"kind": "form", "files": "en es", "promised": 0}, titles, today - timedelta(days=30), today)
    office = User.objects.get(username=login_of_this_machine().username)
    row = f"files/{key_id('file', 'who-picks-up')}"
    publish_changes(service, {row: {"paper": paper.pk}}, by=office, approved_by=office, note={})


def _account(house: Organization) -> User:
    account = User(username=PARTNER, first_name="Marta", last_name="Quiroz")
    account.set_unusable_password()
    account.save()
    UserProfile.objects.update_or_create(user=account, defaults={"preferred_language": "es"})
    Membership.objects.create(account=account, organization=house)
    return account


def _changes(services: list[Service], account: User) -> None:
    office = User.objects.get(username=login_of_this_machine().username)
    first, last = services[0], services[-1]
    how = {
        "en": "Come while it is open. Nobody has to call first.",
        "es": "Venga mientras está abierto. No hay que llamar antes.",
    }
    decided = _sent(first, account, 9, **{"application_process": how["en"], "application_process@es": how["es"]})
    _decided(decided, office, accept=True)
    returned = _sent(first, account, 6, name="Mesa Sereno Community Nutrition Programme")
    _decided(returned, office, accept=False)
    withdrawn = _sent(last, account, 5, email="old@mesasereno.example.org")
    Proposal.objects.filter(pk=withdrawn.pk).update(state=State.WITHDRAWN)
    phone = next((row for row in first.phones.all()), None)
    changes: dict[str, Any] = dict(LINE)
    if phone is not None:
        changes[f"phones/{phone.pk}/number"] = "(831) 555-0164"
    _sent(first, account, 1, note="Our phone has changed.", **changes)
    _conflict(last, account)


def _conflict(service: Service, account: User) -> None:
    """The partner saw another sentence than families read now: somebody of the office was quicker."""
    base = values_of(service) | {"summary": "Fruit and vegetables from a truck."}
    sender = Sender(by=account, language="es")
    proposal = send(service, {"summary": "Fresh fruit and vegetables at your corner, free."}, base, sender)
    _aged(proposal, 3)


def _sent(service: Service, account: User, days: int, note: str = "", **changes: Any) -> Proposal:
    proposal = send(service, changes, values_of(service), Sender(by=account, language="es", note=note))
    return _aged(proposal, days)


def _aged(proposal: Proposal, days: int) -> Proposal:
    Proposal.objects.filter(pk=proposal.pk).update(sent_at=_days_ago(days), made_at=_days_ago(days))
    return proposal


def _decided(proposal: Proposal, office: User, *, accept: bool) -> None:
    reason = "" if accept else "Families look for “food pantry”: the name of the programme says nothing to them."
    verdicts = {each.path: Verdict(accept=accept, seen=each.current, reason=reason) for each in standing(proposal)}
    with override(proposal.language):
        decide(proposal.pk, verdicts, by=office)


def _from_outside(house: Organization, service: Service) -> None:
    about = {"kind": "service", "listing_id": service.pk, "organization": house, "name": str(service)}
    Report.objects.create(**about, problem=Problem.NO_ANSWER, language="es", made_at=_days_ago(2))
    Report.objects.create(
        **about, problem=Problem.HOURS, words="El viernes cierran a las 3.", language="es", made_at=_days_ago(1)
    )
    spam = {**about, "problem": Problem.OTHER, "words": "Best casino bonus", "language": "en"}
    Report.objects.bulk_create(Report(**spam, held=True) for _number in range(FLOOD))
    Claim.objects.create(
        organization=house,
        name="Ofelia Ramos",
        job="Coordinadora",
        email="ofelia@mesasereno.example.org",
        language="es",
        same_domain=True,
        made_at=_days_ago(1),
    )
    for other in Organization.objects.public().exclude(pk=house.pk).order_by("name")[:1]:
        Claim.objects.create(organization=other, name="Ray", email="ray@gmail.com", language="en", made_at=_days_ago(3))
    Suggestion.objects.create(
        name="Lentes gratis para niños",
        organization="Club de Leones",
        phone="831 555 0177",
        place="Calle Sparrow 40",
        hours="viernes por la tarde",
        language="es",
        made_at=_days_ago(2),
    )


def _days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)
