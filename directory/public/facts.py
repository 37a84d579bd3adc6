"""The rows of the fact card. Nothing unknown is left empty: it says so and names whom to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.languages import NO_WORD, Word, Words
from core.spoken import spoken_name
from directory.models import CostOption, Service
from directory.models.services import Cost, Papers
from directory.public.labels import COST, DELIVERY, GROUPS
from directory.public.located import Located
from directory.public.places import address_lines

NOT_KNOWN = _("We do not know. Please call and ask.")


@dataclass(frozen=True)
class Fact:
    """One question and its answers; `state` is known or unknown, or a value the page may draw (free, none …)."""

    key: str
    icon: str
    question: str
    answers: tuple[Word, ...]
    note: Word = NO_WORD
    state: str = "known"


def facts_of_service(
    service: Service,
    words: Words,
    located: Sequence[Located],
) -> tuple[Fact, ...]:
    return (
        _address(located),
        _cost(service, words),
        _eligibility(service, words),
        _papers(service, words),
        _languages(service, words, located),
        _how(service, words),
        _area(service, words, located),
        _getting_there(located),
    )


def _fact(
    key: str, icon: str, question: str, answers: Iterable[Word], *, note: Word = NO_WORD, state: str = ""
) -> Fact:
    kept = tuple(answer for answer in answers if answer)
    if kept:
        return Fact(key, icon, question, kept, note, state or "known")
    return Fact(key, icon, question, (Word(str(NOT_KNOWN)),), note, "unknown")


def _address(located: Sequence[Located]) -> Fact:
    question = gettext("Where is it?")
    if not located:
        return _fact(
            "address", "place", question, [Word(gettext("No place to go to: by phone, online or at your home."))]
        )
    private = all(each.location.address_private for each in located)
    note = Word(gettext("Only the town is shown, to protect the people there.")) if private else NO_WORD
    return _fact("address", "place", question, [_where(each) for each in located], note=note)


def _where(each: Located) -> Word:
    lines = ", ".join(address_lines(each.location))
    name = each.words.name
    return Word(f"{name.text}: {lines}" if name and lines else name.text or lines, name.lang)


def _cost(service: Service, words: Words) -> Fact:
    answers = [words.fees_description] if words.fees_description else []
    if not answers and service.cost != Cost.UNKNOWN:
        answers = [Word(str(COST[Cost(service.cost)]))]
    answers += [_price(option, words) for option in service.cost_options.all()]
    return _fact(
        "cost",
        "cost",
        gettext("What does it cost?"),
        answers,
        state="" if service.cost == Cost.UNKNOWN else service.cost,
    )


def _price(option: CostOption, words: Words) -> Word:
    parts = [words.child(option, "option"), _amount(option), words.child(option, "amount_description")]
    known = [part for part in parts if part]
    lang = next((part.lang for part in known if part.lang), "")
    if known and known[0] is parts[0]:
        return Word(f"{known[0].text}: {' '.join(part.text for part in known[1:])}".rstrip(": "), lang)
    return Word(" ".join(part.text for part in known), lang)


def _amount(option: CostOption) -> Word:
    if option.amount is None:
        return NO_WORD
    if option.amount == 0:
        return Word(gettext("free"))
    whole = option.amount == option.amount.to_integral_value()
    amount = number_format(option.amount.quantize(Decimal(1) if whole else Decimal("0.01")), force_grouping=True)
    currency = option.currency.upper() or "USD"
    return Word(f"${amount}" if currency == "USD" else f"{amount} {currency}")


def _eligibility(service: Service, words: Words) -> Fact:
    groups = " · ".join(str(label) for value, label in GROUPS.items() if value in service.groups)
    answers = [
        words.eligibility_description,
        Word(age_text(service.minimum_age, service.maximum_age)),
        Word(gettext("Especially for: %(groups)s") % {"groups": groups} if groups else ""),
    ]
    return _fact("eligibility", "person", gettext("Who can get it?"), answers)


def age_text(youngest: float | None, oldest: float | None) -> str:
    values = {
        "from": f"{youngest:g}" if youngest is not None else "",
        "to": f"{oldest:g}" if oldest is not None else "",
    }
    if youngest and oldest:
        return gettext("Ages %(from)s to %(to)s") % values
    if youngest:
        return gettext("Age %(from)s and older") % values
    if oldest:
        return gettext("Up to age %(to)s") % values
    return ""


def _papers(service: Service, words: Words) -> Fact:
    question = gettext("Do they ask for papers?")
    listed = [words.child(row, "document") for row in service.required_documents.all()]
    if service.papers == Papers.NONE:
        return _fact("papers", "papers", question, [Word(gettext("No. They ask for no papers."))], state="none")
    if listed:
        return _fact("papers", "papers", question, listed, note=Word(gettext("They ask for this.")), state="some")
    if service.papers == Papers.SOME:
        return _fact("papers", "papers", question, [Word(gettext("Yes. Please call and ask which."))], state="some")
    return _fact("papers", "papers", question, [])


def _languages(service: Service, words: Words, located: Sequence[Located]) -> Fact:
    rows = list(service.languages.all()) or [row for each in located for row in each.location.languages.all()]
    answers = [_spoken(Word(spoken_name(row.code, row.name)), words.child(row, "note")) for row in rows]
    note = words.interpretation_services
    if not answers and note:
        answers, note = [note], NO_WORD
    return _fact("languages", "language", gettext("Which languages do they speak?"), dict.fromkeys(answers), note=note)


def _spoken(name: Word, note: Word) -> Word:
    return Word(f"{name.text} ({note.text})", note.lang) if note else name


def _how(service: Service, words: Words) -> Fact:
    ways = [Word(str(label)) for value, label in DELIVERY.items() if value in service.delivery]
    answers = [words.application_process] if words.application_process else ways
    note = Word(", ".join(way.text for way in ways)) if words.application_process and ways else NO_WORD
    return _fact("how", "info", gettext("How do I get it?"), answers, note=note)


def _area(service: Service, words: Words, located: Sequence[Located]) -> Fact:
    rows = [*service.service_areas.all(), *(row for each in located for row in each.place.service_areas.all())]
    answers = [words.child(row, "name") for row in rows]
    return _fact("area", "map", gettext("Which area do they serve?"), dict.fromkeys(answers))


def _getting_there(located: Sequence[Located]) -> Fact:
    question = gettext("How do I get there?")
    if located and all(each.location.address_private for each in located):
        text = gettext("The address is kept private to protect people. Call and they will tell you where to go.")
        return _fact("way", "transit", question, [Word(text)])
    answers = [each.words.transportation for each in located if not each.location.address_private]
    if not located:
        answers = [Word(gettext("You do not have to go anywhere."))]
    return _fact("way", "transit", question, dict.fromkeys(answers))
