"""What families ask before they go to an event, as rows of the fact card. What nobody has said is left out."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.languages import NO_WORD, Word
from core.models import said
from core.spoken import spoken_name
from directory.public.facts import Fact
from events.models import EventPage, FourC, Price


def facts_of(event: EventPage, language: str) -> list[Fact]:
    lines = {
        ("how", "info", _("How does it go?")): event.how_it_goes,
        ("food", "food", _("Is there food?")): event.food,
        ("bring", "goods", _("What should I bring?")): event.bring,
        ("access", "person", _("How does one get in?")): event.access,
        ("transport", "transit", _("How do I get there?")): event.transport,
    }
    told = [_fact(key, icon, question, said(words, language)) for (key, icon, question), words in lines.items()]
    own = (_cost(event, language), _who(event, language), _languages(event), _child_care(event, language))
    return [fact for fact in (*own, *told, _builds(event)) if fact is not None]


def _fact(
    key: str, icon: str, question: object, *answers: Word, note: Word = NO_WORD, state: str = "known"
) -> Fact | None:
    kept = tuple(answer for answer in answers if answer)
    return Fact(key, icon, str(question), kept, note, state) if kept else None


def _cost(event: EventPage, language: str) -> Fact | None:
    note = said(event.price_note, language)
    question = gettext("What does it cost?")
    if event.price == Price.FREE:
        return _fact("cost", "cost", question, Word(gettext("Nothing. It is free.")), note=note, state="free")
    return _fact("cost", "cost", question, note or Word(str(Price.FEE.label)))


def _who(event: EventPage, language: str) -> Fact | None:
    ages = ages_in_words(event.minimum_age, event.maximum_age)
    return _fact("who", "person", gettext("Who is it for?"), said(event.who_for, language), Word(ages))


def ages_in_words(youngest: int | None, oldest: int | None) -> str:
    if youngest and oldest is not None:
        return gettext("From age %(youngest)s to %(oldest)s") % {"youngest": youngest, "oldest": oldest}
    if youngest:
        return gettext("From age %(age)s") % {"age": youngest}
    return gettext("Up to age %(age)s") % {"age": oldest} if oldest is not None else ""


def _languages(event: EventPage) -> Fact | None:
    answers: list[Word] = []
    if event.languages:
        answers.append(Word(_listed(event.languages)))
    if event.interpreters:
        answers.append(
            Word(gettext("With interpreters for: %(languages)s") % {"languages": _listed(event.interpreters)})
        )
    if event.interpreters_on_request:
        answers.append(Word(gettext("Interpreters for other languages if you ask in time")))
    return _fact("language", "language", gettext("In which languages?"), *answers)


def _child_care(event: EventPage, language: str) -> Fact | None:
    if not event.child_care:
        return None
    note = said(event.child_care_note, language)
    return _fact("child_care", "care", gettext("Is there child care?"), Word(gettext("Yes.")), note=note)


def _builds(event: EventPage) -> Fact | None:
    answers = [Word(str(label)) for value, label in FourC.choices if value in event.builds]
    return _fact("builds", "education", gettext("What does it build?"), *answers)


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(_names(codes))


def _names(codes: Iterable[str]) -> Iterator[str]:
    return (spoken_name(code) for code in codes)
