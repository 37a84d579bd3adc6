"""The answers the office shows before any result, for the words it lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.conf import settings

from search.analysis import fold, lemma, main_stem, words
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
    """A phrase meets a question if all its words, the small ones too, stand side by side in it, in any language.

    Stems of phrases are compared, but a single word by its own form: who is poisoned asks for no poison oak.
    """

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers = sorted(answers, key=lambda each: (each.kind != Row.Kind.CRISIS, each.order, each.code))
        self._phrases: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        self._alone: dict[str, dict[str, set[str]]] = {}
        for language in languages():
            self._phrases[language], self._alone[language] = defaultdict(list), defaultdict(set)
            for answer in self._answers:
                for phrase in answer.words.get(language, ()):
                    self._add(_folded(phrase), language, answer.code)

    def for_danger(self) -> list[Answer]:
        return [answer for answer in self._answers if answer.kind == Row.Kind.CRISIS]

    def to(self, text: str) -> list[Answer]:
        asked = _folded(text)
        met = {code for language in languages() for code in self._met(asked, language)}
        return [answer for answer in self._answers if answer.code in met]

    def _add(self, phrase: list[str], language: str, code: str) -> None:
        if len(phrase) == 1:
            self._alone[language][_form(phrase[0], language)].add(code)
        elif phrase:
            stems = _stems(phrase, language)
            self._phrases[language][stems[0]].append((stems, code))

    def _met(self, asked: list[str], language: str) -> Iterator[str]:
        stems = _stems(asked, language)
        for at, word in enumerate(asked):
            yield from self._alone[language].get(_form(word, language), ())
            for phrase, code in self._phrases[language].get(stems[at], ()):
                if stems[at : at + len(phrase)] == phrase:
                    yield code


def answers_for(text: str, language: str) -> tuple[PromotedAnswer, ...]:
    """Those for danger first. Ask before anything else, and keep no question that has an answer here."""
    if not text.strip():
        return ()
    return tuple(_shown(answer, language) for answer in _answers().to(text))


def crisis_answers(language: str) -> tuple[PromotedAnswer, ...]:
    """All that is said to people in danger, for pages that say it before anybody asks."""
    return tuple(_shown(answer, language) for answer in _answers().for_danger())


def _folded(text: str) -> list[str]:
    found = (fold(match.group()) for match in islice(words(text), MOST_WORDS))
    return [word for word in found if word]


def _stems(folded: Iterable[str], language: str) -> list[str]:
    """Of the words as they sound: people in a hurry write what they hear."""
    return [main_stem(sound(word, language), language) for word in folded]


def _form(folded: str, language: str) -> str:
    return lemma(sound(folded, language), language)


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
    return Answers(row.content() for row in Row.objects.filter(active=True).prefetch_related("words"))


_answers = Kept(THESAURUS, _compile)
