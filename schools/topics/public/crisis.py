"""The lines for danger: those the search answers with, and the office's own."""

from dataclasses import dataclass
from typing import Any

from core.context import dialable
from core.languages import NO_WORD, Word
from core.models import said
from schools.topics.models import CrisisLine, CrisisPage
from search.thesaurus.promoted import PromotedAnswer, crisis_answers

# Above a text there is room for three; where the office renamed them, its first three.
MOST_URGENT = ("emergency-911", "suicide-crisis-988", "domestic-violence")


@dataclass(frozen=True)
class ShownLine:
    title: Word
    text: Word
    phone: str
    phone_href: str
    text_href: str = ""
    text_phone: str = ""
    hours: Word = NO_WORD


def urgent_lines(language: str) -> list[ShownLine]:
    answers = [answer for answer in crisis_answers(language) if answer.phone]
    known = [answer for answer in answers if answer.code in MOST_URGENT]
    return [_answer(answer, language) for answer in (known or answers)[: len(MOST_URGENT)]]


def crisis_context(page: CrisisPage) -> dict[str, Any]:
    """Day and night first, then those that answer at certain hours."""
    language = page.locale.language_code
    own = list(page.facts.lines.all())
    return {
        "lines": [_answer(answer, language) for answer in crisis_answers(language) if answer.phone],
        "near_at_any_hour": [_own(line, language) for line in own if line.day_and_night],
        "near_at_some_hours": [_own(line, language) for line in own if not line.day_and_night],
    }


def _answer(answer: PromotedAnswer, language: str) -> ShownLine:
    lang = "" if answer.language == language else answer.language
    return ShownLine(Word(answer.title, lang), Word(answer.text, lang), answer.phone, f"tel:{dialable(answer.phone)}")


def _own(line: CrisisLine, language: str) -> ShownLine:
    return ShownLine(
        title=said(line.name, language),
        text=said(line.what, language),
        phone=line.phone,
        phone_href=f"tel:{dialable(line.phone)}",
        text_phone=line.text_phone,
        text_href=f"sms:{dialable(line.text_phone)}" if line.text_phone else "",
        hours=said(line.hours, language),
    )
