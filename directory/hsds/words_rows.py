"""The rows that carry words: found or made, filled, and written many at once."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.locales import locale_id
from core.models.words import fingerprint
from directory.hsds.kinds import KINDS, Kind
from directory.hsds.owners import Listed
from directory.hsds.problems import Outcome, Place, Report
from directory.slugs import Slugs

BATCH = 200
MACHINE, OUTDATED, REVIEWED = "machine", "outdated", "reviewed"
STATUSES = (REVIEWED, MACHINE, OUTDATED)
TRANSLATION = "translation"
SLUG = "slug"

Originals = dict[tuple[str, uuid.UUID], dict[str, str]]


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
        return self.status != MACHINE and self.field != SLUG and not self.draft

    def path_in(self, listed: Listed) -> str:
        return self.field if listed.id == self.id else f"{self.id}.{self.field}"

    def origin(self, original: str) -> dict[str, str]:
        of = self.of if self.of is not None else "" if self.status == OUTDATED else fingerprint(original)
        return {"of": of, "by": "machine" if self.status == MACHINE else "person"}


def originals_of(texts: Iterable[Said]) -> Originals:
    """The original texts of everything that is translated, by row."""
    keys: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for said in texts:
        keys[said.kind].add(said.id)
        names[said.kind].add(said.field)
    found: Originals = {}
    for kind, wanted in keys.items():
        for row in KINDS[kind].model._base_manager.filter(pk__in=wanted).values("pk", *names[kind]):
            found[kind, row.pop("pk")] = row
    return found


class RowsOfWords:
    """Writes the rows of one run; remembers which texts of which listing it changed."""

    def __init__(self, report: Report):
        self._report = report
        self._slugs: dict[tuple[str, str], Slugs] = {}
        self.changed: defaultdict[Listed, set[str]] = defaultdict(set)

    def write(self, kind: Kind, language: str, texts: dict[Listed, list[Said]], originals: Originals) -> None:
        rows = kind.model._base_manager
        facts = rows.filter(pk__in=[listed.id for listed in texts]).values_list("pk", "translation_key", "name")
        keys = {pk: (key, name) for pk, key, name in facts}
        translated = rows.filter(
            translation_key__in=[key for key, _name in keys.values()], locale_id=locale_id(language)
        )
        known = {row.translation_key: row for row in translated}
        new: list[Any] = []
        changed: list[Any] = []
        for listed, said in texts.items():
            if listed.id not in keys:
                self.refuse(said)
                continue
            key, name = keys[listed.id]
            row = known.get(key) or _fresh(kind, listed.id, key, language)
            is_new = key not in known
            wrote = self._fill(row, listed, said, originals)
            wrote |= self._address(kind, language, row, said, name, is_new=is_new)
            (new if is_new else changed if wrote else []).append(row)
            self._done(listed, language, Outcome.CREATED if is_new else Outcome.UPDATED if wrote else Outcome.UNCHANGED)
        rows.bulk_create(new, batch_size=BATCH)
        if changed:
            names = [*kind.model.word_fields(), "child_words", "word_states", "live", SLUG, "first_published_at"]
            rows.bulk_create(
                changed, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=names
            )

    def refuse(self, said: list[Said]) -> None:
        for text in said:
            self._report.refuse(text.place, "resource_id", _("names a row that is not here."))
        self._report.nameless[TRANSLATION] += len(said)

    def _done(self, listed: Listed, language: str, outcome: Outcome) -> None:
        outcomes = self._report.outcomes[TRANSLATION]
        if outcomes.get((listed, language), Outcome.UNCHANGED) == Outcome.UNCHANGED:
            outcomes[listed, language] = outcome

    def _fill(self, row: Any, listed: Listed, said: list[Said], originals: Originals) -> bool:
        """Put the texts into the row; whether anything differs from before."""
        before = _content(row)
        row.child_words, row.word_states = {**row.child_words}, {**row.word_states}
        for text in said:
            if text.field == SLUG:
                continue
            path = text.path_in(listed)
            if "." in path:
                row.child_words[path] = text.value
            else:
                setattr(row, text.field, text.value)
            original = originals.get((text.kind, text.id), {}).get(text.field, "")
            row.word_states[path] = text.origin(original)
        if not row.live and any(text.is_public for text in said):
            row.live, row.first_published_at = True, timezone.now()
        wrote = _content(row) != before
        if wrote:
            self.changed[listed] |= {text.path_in(listed) for text in said}
        return wrote

    def _address(self, kind: Kind, language: str, row: Any, said: list[Said], name: str, *, is_new: bool) -> bool:
        """Give the row the address that was said, or one from its name; no two rows of a language share one."""
        asked = next((text for text in said if text.field == SLUG and text.value), None)
        if not is_new and (asked is None or asked.value == row.slug):
            return False
        if (kind.name, language) not in self._slugs:
            self._slugs[kind.name, language] = Slugs(kind.model, locale_id(language))
        wanted = asked.value if asked else row.name or name
        slug = self._slugs[kind.name, language].take(wanted, otherwise=str(row.pk))
        if asked is not None and slug != asked.value:
            if not is_new:
                self._report.remark(asked.place, SLUG, _("is taken here; the address stays as it was."))
                return False
            self._report.remark(asked.place, SLUG, _("is taken here; the address is now %(slug)s.") % {"slug": slug})
        row.slug = slug
        return True


def _fresh(kind: Kind, key: uuid.UUID, translation_key: uuid.UUID, language: str) -> Any:
    return kind.model(
        pk=uuid.uuid5(key, language), locale_id=locale_id(language), translation_key=translation_key, live=False
    )


def _content(row: Any) -> list[Any]:
    return [row.live, row.child_words, row.word_states, *(getattr(row, name) for name in row.word_fields())]
