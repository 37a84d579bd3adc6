"""Translations on the way in: our profile's `translations`, written to the rows that carry words."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.locales import locale_id, target_languages
from core.models.words import fingerprint
from directory.hsds.kinds import KINDS, Kind
from directory.hsds.owners import Listed, listings_of
from directory.hsds.problems import Outcome, Place, Report
from directory.hsds.reading import id_of
from directory.hsds.source_rows import SourceTranslation
from directory.hsds.states import refresh_states
from directory.hsds.translators import tell_translators
from directory.slugs import Slugs

BATCH = 200
STATUSES = ("reviewed", "machine", "outdated")
TRANSLATION = "translation"


@dataclass(frozen=True)
class Said:
    """One text in one language, checked."""

    kind: str
    id: uuid.UUID
    field: str
    language: str
    value: str
    status: str
    of: str | None
    within: uuid.UUID | None
    draft: bool
    place: Place

    @property
    def is_public(self) -> bool:
        return self.status != "machine" and self.field != "slug" and not self.draft

    def path_in(self, listed: Listed) -> str:
        return self.field if listed.id == self.id else f"{self.id}.{self.field}"


@cache
def translatable(name: str) -> frozenset[str]:
    """The fields of a kind that have words in other languages."""
    kind = KINDS[name]
    if kind.has_words:
        return frozenset([*kind.model.word_fields(), "slug"])
    found: set[str] = set()
    for parent in KINDS.all():
        for relation, fields in getattr(parent.model, "prose_of_children", {}).items():
            if parent.model._meta.get_field(relation).related_model is kind.model:
                found.update(fields)
    return frozenset(found)


class WordsStore:
    def __init__(self, report: Report):
        self._report = report
        self._slugs: dict[tuple[str, str], Slugs] = {}
        self.changed: defaultdict[Listed, set[str]] = defaultdict(set)  # Paths of the texts written, by listing.

    def write(self, found: Iterable[SourceTranslation]) -> None:
        checked = [said for entry in found if (said := self._checked(entry)) is not None]
        groups: defaultdict[tuple[str, str], dict[Listed, list[Said]]] = defaultdict(dict)
        for said, listed in self._placed(checked):
            groups[listed.kind, said.language].setdefault(listed, []).append(said)
        originals = _originals(checked)
        for (kind, language), texts in groups.items():
            self._write_rows(KINDS[kind], language, texts, originals)

    def _checked(self, entry: SourceTranslation) -> Said | None:
        raw, key = entry.raw, id_of(entry.id)
        language, field, status = (str(raw.get(name) or "") for name in ("language", "field", "status"))
        sentence = {
            "resource_id": "" if entry.kind in KINDS.known() and key else _("names no row of the standard."),
            "language": "" if language in target_languages() else _("is no language of this directory."),
            "status": "" if not status or status in STATUSES else _("must be reviewed, machine or outdated."),
            "value": "" if isinstance(raw.get("value"), str) else _("must be text."),
        }
        if not sentence["resource_id"] and field not in translatable(entry.kind):
            sentence["field"] = _("is no text that has translations.")
        wrong = {name: why for name, why in sentence.items() if why}
        for name, why in wrong.items():
            self._report.refuse(entry.place, name, why)
        if wrong or key is None:
            self._report.nameless[TRANSLATION] += 1
            return None
        return Said(
            entry.kind,
            key,
            field,
            language,
            raw["value"],
            status or STATUSES[0],
            raw.get("of") or None,
            id_of(raw.get("within")),
            str(raw.get("draft", "")).lower() == "true",
            entry.place,
        )

    def _placed(self, checked: list[Said]) -> Iterable[tuple[Said, Listed]]:
        keys: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for said in checked:
            keys[said.kind].add(said.id)
        owners = {kind: listings_of(KINDS[kind], found) for kind, found in keys.items()}
        for said in checked:
            for listed in owners[said.kind].get(said.id, ()):
                if said.within in (None, listed.id):
                    yield said, listed

    def _write_rows(
        self, kind: Kind, language: str, texts: dict[Listed, list[Said]], originals: dict[tuple[str, uuid.UUID], Any]
    ) -> None:
        rows = kind.model._base_manager
        facts = rows.in_bulk([listed.id for listed in texts])
        keys = [row.translation_key for row in facts.values()]
        known = {
            row.translation_key: row for row in rows.filter(translation_key__in=keys, locale_id=locale_id(language))
        }
        new, changed = [], []
        for listed, said in texts.items():
            original = facts.get(listed.id)
            if original is None:
                self._refuse(said)
                continue
            row = known.get(original.translation_key)
            wrote = self._apply(said, listed, row or (fresh := _fresh(kind, original, language)), originals)
            if row is None:
                self._give_address(kind, language, fresh, original)
                new.append(fresh)
            elif wrote:
                changed.append(row)
            self._done(
                listed, language, Outcome.CREATED if row is None else Outcome.UPDATED if wrote else Outcome.UNCHANGED
            )
        rows.bulk_create(new, batch_size=BATCH)
        if changed:
            fields = [*kind.model.word_fields(), "child_words", "word_states", "live", "slug", "first_published_at"]
            rows.bulk_update(changed, fields, batch_size=BATCH)

    def _refuse(self, said: list[Said]) -> None:
        for text in said:
            self._report.refuse(text.place, "resource_id", _("names a row that is not here."))
        self._report.nameless[TRANSLATION] += len(said)

    def _done(self, listed: Listed, language: str, outcome: Outcome) -> None:
        outcomes = self._report.outcomes[TRANSLATION]
        if outcomes.get((listed, language), Outcome.UNCHANGED) == Outcome.UNCHANGED:
            outcomes[listed, language] = outcome

    def _apply(self, said: list[Said], listed: Listed, row: Any, originals: dict[tuple[str, uuid.UUID], Any]) -> bool:
        """Put the texts into the row of words; whether anything differs from before."""
        before = _content(row)
        for text in said:
            path = text.path_in(listed)
            if "." in path:
                row.child_words = {**row.child_words, path: text.value}
            else:
                setattr(row, text.field, text.value)
            original = getattr(originals.get((text.kind, text.id)), text.field, "")
            if path != "slug":
                row.word_states = {**row.word_states, path: _origin(text, original)}
        if not row.live and any(text.is_public for text in said):
            row.live, row.first_published_at = True, timezone.now()
        wrote = _content(row) != before
        if wrote:
            self.changed[listed] |= {text.path_in(listed) for text in said}
        return wrote

    def _give_address(self, kind: Kind, language: str, row: Any, original: Any) -> None:
        if (kind.name, language) not in self._slugs:
            self._slugs[kind.name, language] = Slugs(kind.model, locale_id(language))
        wanted = row.slug or getattr(row, "name", "") or getattr(original, "name", "")
        row.slug = self._slugs[kind.name, language].take(wanted, otherwise=str(original.pk))

    def finish(self, stirred: dict[str, set[uuid.UUID]]) -> None:
        """After everything is written: every translation learns whether it still fits its original."""
        wanted: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for name, keys in stirred.items():
            wanted[name] |= keys
        for listed in self.changed:
            wanted[listed.kind].add(listed.id)
        for name, keys in wanted.items():
            refresh_states(KINDS[name], keys)
            tell_translators(KINDS[name], {key: self.changed.get(Listed(name, key), set()) for key in keys})


def _fresh(kind: Kind, original: Any, language: str) -> Any:
    return kind.model(
        pk=uuid.uuid5(original.pk, language),
        locale_id=locale_id(language),
        translation_key=original.translation_key,
        live=False,
    )


def _content(row: Any) -> list[Any]:
    return [row.live, row.slug, row.child_words, row.word_states, *(getattr(row, name) for name in row.word_fields())]


def _origin(said: Said, original: str) -> dict[str, str]:
    of = said.of if said.of is not None else "" if said.status == "outdated" else fingerprint(original)
    return {"of": of, "by": "machine" if said.status == "machine" else "person"}


def _originals(checked: list[Said]) -> dict[tuple[str, uuid.UUID], Any]:
    keys: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
    for said in checked:
        keys[said.kind].add(said.id)
    found = {kind: KINDS[kind].model._base_manager.in_bulk(wanted) for kind, wanted in keys.items()}
    return {(kind, key): row for kind, rows in found.items() for key, row in rows.items()}
