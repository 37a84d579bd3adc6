"""Finding concepts in the words of a question."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from search.analysis import fold, is_common, lemma, main_stem, phrase_tokens, words
from search.languages import languages
from search.thesaurus.concepts import Concept

Key = tuple[str, ...]  # The stems of a phrase in one language.


@dataclass(frozen=True)
class Meaning:
    """What to look for: tokens and phrases of tokens by language, and subjects."""

    codes: tuple[str, ...]
    tokens: Mapping[str, tuple[str, ...]]
    unless: Mapping[str, tuple[str, ...]]
    subjects: tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """The words from `start` up to `end` mean something."""

    start: int
    end: int
    meaning: Meaning


@dataclass
class _Phrases:
    """Phrases of one language by their first stem, each with the concepts it leads to and those it keeps away.

    `written` has the concepts by the very words of their phrases.
    """

    leading: dict[str, dict[Key, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    written: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    blocking: dict[str, dict[Key, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))


class Thesaurus:
    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = {concept.code: concept for concept in concepts}
        self._narrower: defaultdict[str, list[str]] = defaultdict(list)
        for concept in self._concepts.values():
            self._narrower[concept.broader].append(concept.code)
        self._phrases = {language: self._read(language) for language in languages()}
        self._meanings: dict[frozenset[str], Meaning] = {}

    def __bool__(self) -> bool:
        return bool(self._concepts)

    @cached_property
    def single_words(self) -> Mapping[str, Mapping[str, str]]:
        """By language: folded words that stand alone in a concept, and how they are spelled."""
        found: dict[str, dict[str, str]] = {language: {} for language in languages()}
        for concept in self._concepts.values():
            for language, spellings in found.items():
                for phrase in concept.typed(language):
                    if " " not in phrase and split(phrase):
                        spellings.setdefault(fold(phrase), phrase)
        return found

    @cached_property
    def spellings(self) -> Mapping[tuple[str, str], tuple[str, bool]]:
        """By language and folded word, for every word of every phrase: how it is spelled, and whether it is only said.

        What is only said may itself be misspelled.
        """
        found: dict[tuple[str, str], tuple[str, bool]] = {}
        for is_said in (False, True):
            for concept in self._concepts.values():
                for language, phrases in (concept.said if is_said else concept.words).items():
                    for match in words("\n".join(phrases)):
                        found.setdefault((language, fold(match.group())), (match.group(), is_said))
        return found

    def with_narrower(self, codes: Iterable[str]) -> list[Concept]:
        """The concepts, and those that belong to them."""
        return self.known(self._with_narrower(concept.code for concept in self.known(codes)))

    def broader(self, codes: Iterable[str]) -> list[Concept]:
        """The concepts that hold these, each once; those asked about are not among them."""
        asked = tuple(codes)
        wider = dict.fromkeys(self._concepts[code].broader for code in asked if code in self._concepts)
        return [concept for concept in self.known(wider) if concept.code not in asked]

    def known(self, codes: Iterable[str]) -> list[Concept]:
        return [self._concepts[code] for code in codes if code in self._concepts]

    def spans(self, asked: Sequence[str]) -> list[Span]:
        """The longest phrases from left to right in words that are folded and not common, in any language."""
        stems = {language: [main_stem(word, language) for word in asked] for language in languages()}
        blocked = list(self._blocked(stems))
        found, at = [], 0
        while at < len(asked):
            length, codes = self._longest(asked[at], stems, at, blocked)
            if codes:
                codes = self._as_written(asked[at : at + length], codes)
                found.append(Span(at, at + length, self._meaning(frozenset(codes))))
            at += max(length, 1)
        return found

    def _read(self, language: str) -> _Phrases:
        phrases = _Phrases()
        for concept in self._concepts.values():
            for phrase in concept.typed(language):
                if key := _key(phrase, language):
                    phrases.leading[key[0]][key].add(concept.code)
                    phrases.written[tuple(split(phrase))].add(concept.code)
            for phrase in concept.unless:
                if key := _key(phrase, language):
                    phrases.blocking[key[0]][key].add(concept.code)
        return phrases

    def _blocked(self, stems: Mapping[str, list[str]]) -> Iterator[tuple[int, int, set[str]]]:
        for language, row in stems.items():
            for at, first in enumerate(row):
                for key, codes in self._phrases[language].blocking.get(first, {}).items():
                    if _stands_at(key, row, at):
                        yield at, at + len(key), codes

    def _longest(
        self, word: str, stems: Mapping[str, list[str]], at: int, blocked: list[tuple[int, int, set[str]]]
    ) -> tuple[int, set[str]]:
        length, codes = 0, set[str]()
        for language, row in stems.items():
            leading = self._phrases[language].leading
            for key, leads_to in (leading.get(row[at], {}) | leading.get(_alone(word, language), {})).items():
                if len(key) < length or not _stands_at(key, row, at):
                    continue
                kept_away = {
                    code
                    for start, end, away in blocked
                    if start <= at and at + len(key) <= end and end - start > len(key)
                    for code in away
                }
                if allowed := leads_to - kept_away:
                    codes = codes | allowed if len(key) == length else set(allowed)
                    length = len(key)
        return length, codes

    def _as_written(self, asked: Sequence[str], codes: set[str]) -> set[str]:
        """Of concepts that share a stem those with the very words: `deportes` is no `deportación`."""
        if len(codes) == 1:
            return codes
        exact = {code for phrases in self._phrases.values() for code in phrases.written.get(tuple(asked), ())}
        return codes & exact or codes

    def _meaning(self, codes: frozenset[str]) -> Meaning:
        if codes not in self._meanings:
            self._meanings[codes] = self._compile(codes)
        return self._meanings[codes]

    def _compile(self, codes: frozenset[str]) -> Meaning:
        concepts = [self._concepts[code] for code in self._with_narrower(codes)]
        return Meaning(
            codes=tuple(sorted(codes)),
            tokens={
                language: _unique(
                    phrase_tokens(phrase, language) for each in concepts for phrase in each.words.get(language, ())
                )
                for language in languages()
            },
            unless={
                language: _unique(
                    phrase_tokens(phrase, language) for code in sorted(codes) for phrase in self._concepts[code].unless
                )
                for language in languages()
            },
            subjects=_unique(subject for each in concepts for subject in each.subjects),
        )

    def _with_narrower(self, codes: Iterable[str]) -> list[str]:
        found: dict[str, None] = {}
        waiting = sorted(codes)
        while waiting:
            code = waiting.pop(0)
            if code not in found:
                found[code] = None
                waiting += self._narrower[code]
        return list(found)


def split(phrase: str) -> list[str]:
    """The folded words of a phrase that say something, as a question keeps them."""
    folded = (fold(match.group()) for match in words(phrase))
    return [word for word in folded if word and not is_common(word, languages())]


def _key(phrase: str, language: str) -> Key:
    """Of a phrase the stems; of a single word something closer, for its stem may well be another word's."""
    found = split(phrase)
    if len(found) == 1:
        return (_alone(found[0], language),)
    return tuple(main_stem(word, language) for word in found)


def _alone(word: str, language: str) -> str:
    return f"={lemma(word, language)}"


def _stands_at(key: Key, row: Sequence[str], at: int) -> bool:
    return len(key) == 1 or tuple(row[at : at + len(key)]) == key


def _unique(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token for token in tokens if token))
