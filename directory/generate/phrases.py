"""What generated listings say, in both languages at once."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from directory.generate.chance import Chance

LANGUAGES = ("en", "es")
FILE = Path(__file__).with_name("phrases.toml")

# One text by language code.
Said: TypeAlias = dict[str, str]
# What stands between the braces of a phrase, by language code.
Slots: TypeAlias = dict[str, dict[str, str]]


def alike(text: str) -> Said:
    """A name or number that both languages write the same way."""
    return dict.fromkeys(LANGUAGES, text)


def filled(phrase: Said, slots: Slots) -> Said:
    return {language: phrase[language].format_map(slots[language]) for language in LANGUAGES}


def joined(parts: list[Said]) -> Said:
    return {language: " ".join(part[language] for part in parts) for language in LANGUAGES}


def slots_of(**values: Said) -> Slots:
    return {language: {name: said[language] for name, said in values.items()} for language in LANGUAGES}


class Phrases:
    """The lists of `phrases.toml` by name."""

    def __init__(self, chance: Chance):
        self._chance = chance
        with FILE.open("rb") as file:
            self._lists = {name: [_said(entry) for entry in entries] for name, entries in tomllib.load(file).items()}

    def all(self, name: str) -> list[Said]:
        return self._lists[name]

    def one(self, name: str) -> Said:
        return self._chance.often_first(self._lists[name])

    def say(self, name: str, slots: Slots) -> Said:
        return filled(self.one(name), slots)

    def text(self, name: str, slots: Slots, sentences: int) -> Said:
        return joined([filled(phrase, slots) for phrase in self._chance.some(self._lists[name], sentences)])

    def around(self, extra: Mapping[str, Said]) -> Slots:
        """Slots for one listing: what every phrase may mention, and what this listing is about."""
        things = (self._chance.some(self._lists["things"], 5) + self._lists["things"])[:3]
        return slots_of(
            surname=self.one("surnames"),
            first=self.one("first_names"),
            street=self.one("streets"),
            estate=alike(self.one("beginnings")["en"] + self.one("endings")["en"]),
            landmark=self.one("landmarks"),
            group=self.one("groups"),
            thing=things[0],
            other=things[1],
            third=things[2],
            number=alike(str(self._chance.number(2, 60))),
            **extra,
        )


def _said(entry: Any) -> Said:
    return alike(entry) if isinstance(entry, str) else dict(zip(LANGUAGES, entry, strict=True))
