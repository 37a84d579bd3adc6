"""The answers the office shows before any result, for the words it lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from search.analysis import fold, main_stem, words
from search.languages import languages
from search.stamps import THESAURUS, Kept
from search.thesaurus.answers import Answer
from search.thesaurus.models import PromotedAnswer as Row
from search.thesaurus.sounds import sound

MOST_WORDS = 200  # Who is in danger says so in fewer.


@dataclass(frozen=True)
class PromotedAnswer:
    """In the reader's language; `language` is another one if the office has not written it in that."""

    code: str
    kind: str
    title: str
    text: str
    phone: str
    url: str
    language: str


class Answers:
    """A phrase meets a question if all its words, the small ones too, stand side by side in it, in any language."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers = sorted(answers, key=lambda each: (each.kind != Row.Kind.CRISIS, each.order, each.code))
        self._phrases: dict[str, dict[str, list[tuple[Sequence[str], str]]]] = {}
        for language in languages():
            begins = self._phrases[language] = defaultdict(list)
            for answer in self._answers:
                for phrase in answer.words.get(language, ()):
                    if key := _key(phrase, language):
                        begins[key[0]].append((key, answer.code))

    def to(self, text: str) -> list[Answer]:
        met = {code for language in languages() for code in self._met(_key(text, language), language)}
        return [answer for answer in self._answers if answer.code in met]

    def _met(self, asked: Sequence[str], language: str) -> Iterator[str]:
        for at, first in enumerate(asked):
            for key, code in self._phrases[language].get(first, ()):
                if asked[at : at + len(key)] == key:
                    yield code


def answers_for(text: str, language: str) -> tuple[PromotedAnswer, ...]:
    """Those for danger first. Ask before anything else, and keep no question that has an answer here."""
    if not text.strip():
        return ()
    return tuple(_shown(answer, language) for answer in _answers().to(text))


def _key(text: str, language: str) -> list[str]:
    folded = (fold(match.group()) for match, _number in zip(words(text), range(MOST_WORDS), strict=False))
    return [sound(main_stem(word, language), language) for word in folded if word]


def _shown(answer: Answer, reader: str) -> PromotedAnswer:
    language = next(
        (each for each in (reader, settings.LANGUAGE_CODE, *answer.titles) if each in answer.titles), reader
    )
    return PromotedAnswer(
        answer.code,
        answer.kind,
        answer.titles.get(language, ""),
        answer.texts.get(language, ""),
        answer.phone,
        answer.url,
        language,
    )


def _compile() -> Answers:
    rows: Mapping[str, Answer] = {
        row.code: row.content() for row in Row.objects.filter(active=True).prefetch_related("words")
    }
    return Answers(rows.values())


_answers = Kept(THESAURUS, _compile)
