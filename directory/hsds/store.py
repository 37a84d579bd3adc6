"""Rows into the database: new ones at once, known ones where they differ, each answered with its outcome."""

import uuid
from collections import Counter, defaultdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.locales import source_locale_id
from directory.hsds.flatten import said_otherwise
from directory.hsds.kinds import Kind
from directory.hsds.problems import Outcome, Report
from directory.hsds.reading import Row
from directory.hsds.references import DANGLING
from directory.slugs import Slugs

BATCH = 500


class Store:
    def __init__(self, report: Report):
        self._report = report
        self._positions: Counter[tuple[str, uuid.UUID]] = Counter()
        self._slugs: dict[str, Slugs] = {}
        self._now = timezone.now()
        # Rows that were created or changed, or own such a row, by kind: what else must follow them.
        self.stirred: defaultdict[str, set[uuid.UUID]] = defaultdict(set)

    def write(self, kind: Kind, rows: list[Row], *, repeats: bool) -> None:
        known = kind.model._base_manager.in_bulk([row.id for row in rows])
        new: dict[uuid.UUID, Any] = {}
        changed: dict[uuid.UUID, Any] = {}
        names: set[str] = set()
        for row in rows:
            found = known.get(row.id)
            if found is None:
                new[row.id] = self._new(kind, row)
                self._done(kind, row, Outcome.CREATED)
            else:
                again = row.id in self._report.outcomes[kind.name]
                touched = self._change(kind, row, found, again=again and repeats)
                names |= touched
                self._done(kind, row, Outcome.UPDATED if touched else Outcome.UNCHANGED)
                if touched:
                    changed[row.id] = found
        self._save(kind, new, changed, names)

    def _save(self, kind: Kind, new: dict[uuid.UUID, Any], changed: dict[uuid.UUID, Any], names: set[str]) -> None:
        rows = kind.model._base_manager
        if new:
            rows.bulk_create(new.values(), batch_size=BATCH)
        if changed:
            rows.bulk_create(
                changed.values(),
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=sorted(names),
            )
        self._stir(kind, new)
        self._stir(kind, changed)

    def _stir(self, kind: Kind, rows: dict[uuid.UUID, Any]) -> None:
        if kind.has_words:
            self.stirred[kind.name] |= rows.keys()
        for name, column in kind.owners.items():
            self.stirred[column.points_at].update(owner for row in rows.values() if (owner := getattr(row, name)))

    def _done(self, kind: Kind, row: Row, outcome: Outcome) -> None:
        earlier = self._report.outcomes[kind.name].get(row.id)
        if earlier is None or (earlier == Outcome.UNCHANGED and outcome == Outcome.UPDATED):
            self._report.outcomes[kind.name][row.id] = outcome

    def _new(self, kind: Kind, row: Row) -> Any:
        values = row.values
        if kind.has_words:
            values |= self._as_facts(kind, row)
        if kind.is_child and values.get("sort_order") is None:
            values["sort_order"] = self._position(kind, row)
        return kind.model(id=row.id, extra=extra_of({}, row), **values)

    def _as_facts(self, kind: Kind, row: Row) -> dict[str, Any]:
        """What a row that owns facts has and the standard does not speak of."""
        wanted = row.values.get("slug") or row.values.get("name", "")
        slug = self.slugs(kind).take(wanted, otherwise=str(row.id))
        if row.values.get("slug") not in (None, "", slug):
            self._report.remark(row.place, "slug", _("is taken here; the address is now %(slug)s.") % {"slug": slug})
        published = None if row.draft else self._now
        return {
            "locale_id": source_locale_id(),
            "translation_key": row.id,
            "slug": slug,
            "live": not row.draft,
            "has_unpublished_changes": bool(row.draft),
            "first_published_at": published,
            "last_published_at": published,
        }

    def slugs(self, kind: Kind) -> Slugs:
        if kind.name not in self._slugs:
            self._slugs[kind.name] = Slugs(kind.model, source_locale_id())
        return self._slugs[kind.name]

    def _position(self, kind: Kind, row: Row) -> int:
        if row.position is not None:
            return row.position
        owner = next((row.values[name] for name in kind.owners if row.values.get(name)), row.id)
        self._positions[kind.name, owner] += 1
        return self._positions[kind.name, owner] - 1

    def _change(self, kind: Kind, row: Row, found: Any, *, again: bool) -> set[str]:
        """Bring a known row to what the source says; the names of the fields that changed."""
        names: set[str] = set()
        for name, value in row.values.items():
            if getattr(found, name) == value or (name == "sort_order" and not getattr(found, name) and not value):
                continue
            if again and not self._adds(kind, row, found, name):
                row.verbatim.pop(name, None)
            elif name == "slug":
                names |= self._move(kind, row, found)
            elif name != "sort_order" or value is not None:
                setattr(found, name, value)
                names.add(kind.columns[name].field.name)
        # The number says the same as the spelling that is kept, and has none of its own.
        kept = {name: raw for name, raw in found.extra.get("verbatim", {}).items() if name in row.unspelled - names}
        row.verbatim = kept | row.verbatim
        extra = extra_of(found.extra, row)
        if extra != found.extra:
            found.extra = extra
            names.add("extra")
        return names

    def _adds(self, kind: Kind, row: Row, found: Any, name: str) -> bool:
        """A row that comes again may only say what was not said yet: otherwise no two runs would agree."""
        if getattr(found, name) in (None, "", kind.defaults[name]):
            return True
        if row.values[name] not in (None, ""):
            self._report.remark(row.place, name, said_otherwise(row.place))
        return False

    def _move(self, kind: Kind, row: Row, found: Any) -> set[str]:
        wanted = row.values["slug"]
        slug = self.slugs(kind).take(wanted, otherwise=str(row.id)) if wanted else found.slug
        if slug != wanted:
            if wanted:
                self._report.remark(row.place, "slug", _("is taken here; the address stays as it was."))
            return set()
        found.slug = slug
        return {"slug"}


def extra_of(before: dict[str, Any], row: Row) -> dict[str, Any]:
    """What is kept beside the fields after a row was read: only what it speaks of changes."""
    if not before and not row.verbatim and not row.columns and not row.dangling:
        return {}
    columns = {**before.get("columns", {}), **row.columns}
    verbatim = {name: raw for name, raw in before.get("verbatim", {}).items() if name not in row.values}
    dangling = {name: raw for name, raw in before.get(DANGLING, {}).items() if name not in row.values}
    parts = {
        "columns": {name: value for name, value in sorted(columns.items()) if value is not None},
        "verbatim": verbatim | row.verbatim,
        DANGLING: dangling | row.dangling,
    }
    return {name: part for name, part in parts.items() if part}
