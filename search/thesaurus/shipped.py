"""The concepts and answers that come with the software, as texts the office can read: a folder with `promoted.toml`
and, in `thesaurus/`, files by topic.

A concept has `code`, `broader`, `needs`, `unless`, and for each language words (`en`) and what people say (`en_said`).
An answer has `code`, `kind`, `phone`, `url`, and for each language words (`en`), `title_en` and `text_en`.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import global_settings
from django.utils.translation import gettext as _

from search.languages import languages
from search.thesaurus.answers import Answer
from search.thesaurus.concepts import Concept
from search.thesaurus.models import PromotedAnswer

DATA = Path(__file__).resolve().parents[1] / "data"
LANGUAGES = frozenset(code for code, _name in global_settings.LANGUAGES)
LIST, TEXT = list, str

Entry = Mapping[str, Any]


class Unreadable(ValueError):
    """Says in which file, in which entry and in which field the mistake is."""


@dataclass(frozen=True)
class Table:
    """What the entries of a file may carry: fields for all languages, and fields per language."""

    name: str
    shared: Mapping[str, type]
    worded: Mapping[str, type]  # With {} where the code of the language stands.

    def kind_of(self, field: str) -> type | None:
        if field in self.shared:
            return self.shared[field]
        fields = {pattern.format(code): kind for pattern, kind in self.worded.items() for code in LANGUAGES}
        return fields.get(field)


CONCEPTS = Table(
    "concept", {"code": TEXT, "broader": TEXT, "needs": LIST, "unless": LIST}, {"{}": LIST, "{}_said": LIST}
)
ANSWERS = Table(
    "answer",
    {"code": TEXT, "kind": TEXT, "phone": TEXT, "url": TEXT},
    {"{}": LIST, "title_{}": TEXT, "text_{}": TEXT},
)


def concepts(data: Path = DATA) -> list[Concept]:
    entries = [each for path in sorted((data / "thesaurus").glob("*.toml")) for each in _entries(path, CONCEPTS)]
    _once(entries)
    codes = {entry["code"] for _place, entry in entries}
    for place, entry in entries:
        if entry.get("broader", "") not in codes | {""}:
            raise _mistake(place, entry, "broader", _("there is no concept “%(value)s”") % {"value": entry["broader"]})
    return [_concept(entry) for _place, entry in entries]


def answers(data: Path = DATA) -> list[Answer]:
    path = data / "promoted.toml"
    entries = list(_entries(path, ANSWERS)) if path.exists() else []
    _once(entries)
    for place, entry in entries:
        if entry.get("kind") not in PromotedAnswer.Kind.values:
            allowed = ", ".join(PromotedAnswer.Kind.values)
            raise _mistake(place, entry, "kind", _("may be one of %(allowed)s") % {"allowed": allowed})
    return [_answer(entry, order) for order, (_place, entry) in enumerate(entries, start=1)]


def _concept(entry: Entry) -> Concept:
    return Concept(
        code=entry["code"],
        words=_by_language(entry, "{}"),
        said=_by_language(entry, "{}_said"),
        subjects=tuple(entry.get("needs", ())),
        broader=entry.get("broader", ""),
        unless=tuple(entry.get("unless", ())),
    )


def _answer(entry: Entry, order: int) -> Answer:
    return Answer(
        code=entry["code"],
        kind=entry["kind"],
        words=_by_language(entry, "{}"),
        titles={code: entry[f"title_{code}"] for code in languages() if entry.get(f"title_{code}")},
        texts={code: entry[f"text_{code}"] for code in languages() if entry.get(f"text_{code}")},
        phone=entry.get("phone", ""),
        url=entry.get("url", ""),
        order=order * 10,
    )


def _by_language(entry: Entry, pattern: str) -> dict[str, tuple[str, ...]]:
    return {code: tuple(found) for code in languages() if (found := entry.get(pattern.format(code)))}


def _entries(path: Path, table: Table) -> Iterator[tuple[str, Entry]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(f"{path.name}: {error}") from error
    for name in content.keys() - {table.name}:
        raise Unreadable(_("%(file)s: “%(name)s” is not known here") % {"file": path.name, "name": name})
    for number, entry in enumerate(content.get(table.name, []), start=1):
        if not entry.get("code"):
            missing = _("%(file)s: entry %(number)s has no code") % {"file": path.name, "number": number}
            raise Unreadable(missing)
        _check(path.name, entry, table)
        yield path.name, entry


def _check(place: str, entry: Entry, table: Table) -> None:
    for field, value in entry.items():
        kind = table.kind_of(field)
        if kind is None:
            raise _mistake(place, entry, field, _("there is no such field"))
        if not isinstance(value, kind):
            wanted = _("must be a list of texts") if kind is LIST else _("must be a text")
            raise _mistake(place, entry, field, wanted)
        if kind is LIST:
            _check_list(place, entry, field)


def _check_list(place: str, entry: Entry, field: str) -> None:
    texts = entry[field]
    if not all(isinstance(each, str) and each and " ".join(each.split()) == each for each in texts):
        raise _mistake(place, entry, field, _("must hold texts without blanks around them"))
    if len(set(texts)) < len(texts):
        raise _mistake(place, entry, field, _("has a text twice"))


def _once(entries: Iterable[tuple[str, Entry]]) -> None:
    seen: dict[str, str] = {}
    for place, entry in entries:
        if entry["code"] in seen:
            raise _mistake(place, entry, "code", _("is also in %(file)s") % {"file": seen[entry["code"]]})
        seen[entry["code"]] = place


def _mistake(place: str, entry: Entry, field: str, what: str) -> Unreadable:
    return Unreadable(f"{place}: {entry['code']}: {field}: {what}")
