"""The texts of one listing in every language, collected by path while it is made."""

from enum import Enum
from typing import Any
from uuid import UUID

from core.locales import source_language
from core.models.words import WordsState, fingerprint
from directory.generate.chance import Chance
from directory.generate.phrases import LANGUAGES, Said

Values = dict[str, Any]


class Fate(Enum):
    """What became of a translation; most are well kept, as in a good office."""

    COMPLETE = WordsState.REVIEWED
    OUTDATED = WordsState.OUTDATED
    MACHINE = WordsState.MACHINE
    IN_PART = WordsState.MISSING
    NEVER_MADE = None


FATES = [*[Fate.COMPLETE] * 80, *[Fate.OUTDATED] * 7, *[Fate.MACHINE] * 4, *[Fate.IN_PART] * 3, *[Fate.NEVER_MADE] * 6]


class Texts:
    def __init__(self) -> None:
        self._said: dict[str, Said] = {}
        self._source = source_language()

    def own(self, field: str, said: Said) -> str:
        """Note what a field of the listing says; gives back the original's text."""
        self._said[field] = said
        return said[self._source]

    def of_child(self, child_id: UUID, field: str, said: Said) -> str:
        return self.own(f"{child_id}.{field}", said)

    def original(self) -> Values:
        """The fields of the facts row; the rows of its children hold their own texts."""
        return {path: said[self._source] for path, said in self._said.items() if "." not in path}

    def translations(self, chance: Chance) -> dict[str, Values]:
        """The fields of a translation row by language; none for a listing nobody has translated."""
        fate = chance.any_of(FATES)
        if fate is Fate.NEVER_MADE:
            return {}
        return {language: self._translated(language, fate, chance) for language in LANGUAGES if _is_target(language)}

    def _translated(self, language: str, fate: Fate, chance: Chance) -> Values:
        texts = {path: said[language] for path, said in self._said.items()}
        states = {path: _written_for(said[self._source]) for path, said in self._said.items()}
        _spoil(fate, chance.any_of(list(texts)), texts, states)
        return {
            **{path: text for path, text in texts.items() if "." not in path},
            "child_words": {path: text for path, text in texts.items() if "." in path},
            "word_states": states,
            "words_state": fate.value,
        }


def _is_target(language: str) -> bool:
    return language != source_language()


def _written_for(text: str) -> dict[str, str]:
    return {"of": fingerprint(text), "by": "person"}


def _spoil(fate: Fate, path: str, texts: dict[str, str], states: dict[str, dict[str, str]]) -> None:
    if fate is Fate.OUTDATED:
        states[path] = _written_for("an earlier text")
    elif fate is Fate.MACHINE:
        states[path] = {**states[path], "by": "machine"}
    elif fate is Fate.IN_PART:
        del texts[path], states[path]
