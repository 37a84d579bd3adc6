"""Words of danger in what a family writes, in either language."""

from dataclasses import dataclass

from core.context import dialable
from core.languages import Word
from search.thesaurus.models import PromotedAnswer as Row
from search.thesaurus.promoted import PromotedAnswer, answers_for, crisis_answers

ALWAYS = ("emergency-911", "suicide-crisis-988", "domestic-violence")


@dataclass(frozen=True)
class Line:
    title: Word
    text: Word
    phone: str
    href: str


def speaks_of_danger(text: str, language: str) -> bool:
    return any(answer.kind == Row.Kind.CRISIS for answer in answers_for(text, language))


def lines_for(text: str, language: str) -> list[Line]:
    """None where nothing speaks of danger; else those the words ask for, then the three that are never left out."""
    met = [answer for answer in answers_for(text, language) if answer.kind == Row.Kind.CRISIS]
    if not met:
        return []
    known = {answer.code for answer in met}
    more = [each for each in crisis_answers(language) if each.code in ALWAYS and each.code not in known]
    return [_line(each, language) for each in (*met, *more) if each.phone]


def _line(answer: PromotedAnswer, language: str) -> Line:
    lang = "" if answer.language == language else answer.language
    return Line(Word(answer.title, lang), Word(answer.text, lang), answer.phone, f"tel:{dialable(answer.phone)}")
