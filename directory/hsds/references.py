"""What points where, and what to do when nothing is there (yet)."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from core.locales import source_locale_id
from directory.hsds.kinds import KINDS, Kind
from directory.hsds.problems import Outcome, Place, Report
from directory.hsds.reading import Row
from directory.models import Attribute
from directory.models.merged import now_called

DANGLING = "dangling"  # In `extra`: keys of rows that are not here, as the source wrote them.
BATCH = 2000


class Targets:
    """Which rows can be pointed at: those in the database and those just written, without the refused."""

    def __init__(self, report: Report):
        self._report = report
        self._present: defaultdict[str, set[uuid.UUID]] = defaultdict(set)

    def are_here(self, kind: str, keys: Iterable[uuid.UUID]) -> None:
        self._present[kind].update(keys)

    def are_refused(self, kind: str, keys: Iterable[uuid.UUID]) -> None:
        self._present[kind].difference_update(keys)

    def look_up(self, kind: str, keys: Iterable[uuid.UUID]) -> set[uuid.UUID]:
        """Those of the keys that can be pointed at; one query for those not met before."""
        asked = set(keys)
        unknown = asked - self._present[kind]
        if unknown:
            self._present[kind] |= here(KINDS[kind], unknown)
        return asked & self._present[kind]

    def is_refused(self, kind: str, key: uuid.UUID) -> bool:
        return self._report.outcomes[kind].get(key) == Outcome.REFUSED


def translation_ids(kind: Kind, keys: list[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the keys that are rows of words: nothing that comes in may be written over them."""
    if not kind.has_words:
        return set()
    rows = kind.model._base_manager.filter(pk__in=keys).exclude(locale_id=source_locale_id())
    return set(rows.values_list("pk", flat=True))


def here(kind: Kind, keys: Iterable[Any]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    wanted = list(keys)
    rows = kind.model._base_manager.all()
    if kind.has_words:
        rows = rows.filter(locale_id=source_locale_id())
    for start in range(0, len(wanted), BATCH):
        found.update(rows.filter(pk__in=wanted[start : start + BATCH]).values_list("pk", flat=True))
    return found


class References:
    """Checks and settles the references of rows that are about to be written."""

    def __init__(self, targets: Targets, report: Report):
        self._targets = targets
        self._report = report
        self._translations: set[uuid.UUID] = set()
        self.loose: dict[tuple[str, uuid.UUID, str], tuple[Place, Any]] = {}  # Where a dangling key was read.

    def settle(self, kind: Kind, rows: list[Row]) -> list[Row]:
        """The rows that may be written; a key nothing answers to moves from the values into `extra`."""
        if kind.model is Attribute:
            self._follow_links(rows)
        self._translations = translation_ids(kind, [row.id for row in rows])
        kept = [row for row in rows if not self._is_translation(kind, row) and not self._depends_on_refused(kind, row)]
        self._targets.are_refused(kind.name, {row.id for row in rows} - {row.id for row in kept})
        for name, column in kind.references.items():
            named = {row.values[name] for row in kept if row.values.get(name)}
            named = self._say_what_it_is_now(kept, name, column.points_at, named)
            found = self._targets.look_up(column.points_at, named) if named else set()
            for row in kept:
                key = row.values.get(name)
                if key and key not in found:
                    self._dangle(kind, row, name, key)
        return kept

    def _say_what_it_is_now(self, rows: list[Row], name: str, kind: str, named: set[uuid.UUID]) -> set[uuid.UUID]:
        """A source knows nothing of listings that were merged here; what it gives to the one belongs to the other."""
        now = now_called(kind, named) if named else {}
        for row in rows:
            if (key := row.values.get(name)) in now:
                row.values[name] = now[key]
                row.verbatim.pop(name, None)
        return (named - now.keys()) | set(now.values())

    def _is_translation(self, kind: Kind, row: Row) -> bool:
        if row.id not in self._translations:
            return False
        self._report.refuse(row.place, "id", _("is the id of a translation here."))
        self._report.outcomes[kind.name].setdefault(row.id, Outcome.REFUSED)
        return True

    def _dangle(self, kind: Kind, row: Row, name: str, key: uuid.UUID) -> None:
        raw = row.verbatim.pop(name, str(key))
        row.values[name] = None
        row.dangling[name] = raw
        self.loose[kind.name, row.id, name] = (row.place, raw)

    def _depends_on_refused(self, kind: Kind, row: Row) -> bool:
        named = [(name, column) for name, column in kind.references.items() if row.values.get(name)]
        refused = {name for name, column in named if self._targets.is_refused(column.points_at, row.values[name])}
        if not refused:
            return False
        owners = [name for name, _column in named if name in kind.owners]
        fatal = refused & set(kind.needs) or (owners and refused.issuperset(owners))
        if not fatal:
            return False
        name = sorted(refused)[0]
        self._report.refuse(row.place, name, _("belongs to a row that was refused."))
        self._report.outcomes[kind.name].setdefault(row.id, Outcome.REFUSED)
        return True

    def _follow_links(self, rows: list[Row]) -> None:
        """An attribute names its row by `link_id` and a word; the word in real files is not always a kind of row."""
        for parent in Attribute.PARENTS:
            column = f"{parent}_id"
            asked = {row.values["link_id"] for row in rows if _may_be(parent, row)}
            found = self._targets.look_up(parent, asked) if asked else set()
            for row in rows:
                if row.values.get("link_id") in found and _may_be(parent, row):
                    row.values[column] = row.values["link_id"]


def _may_be(parent: str, row: Row) -> bool:
    if not row.values.get("link_id") or row.values.get(f"{parent}_id"):
        return False
    entity = row.values.get("link_entity", "")
    return entity == parent or entity not in KINDS_OF_LINKS


KINDS_OF_LINKS = frozenset(Attribute.PARENTS)


def mend() -> None:
    """Give rows the keys that dangled when they came, now that what they name is here."""
    for kind in KINDS.all():
        if kind.references:
            _mend(kind)
    _mend_links()


def _mend(kind: Kind) -> None:
    loose = list(kind.model._base_manager.filter(**{f"extra__{DANGLING}__isnull": False}))
    for name, column in kind.references.items():
        named = {row.pk: row.extra[DANGLING][name] for row in loose if name in row.extra[DANGLING]}
        found = here(KINDS[column.points_at], named.values()) if named else set()
        for row in loose:
            if row.pk in named and uuid.UUID(named[row.pk]) in found:
                setattr(row, name, uuid.UUID(row.extra[DANGLING].pop(name)))
    for row in loose:
        if not row.extra[DANGLING]:
            del row.extra[DANGLING]
    if loose:
        fields = ["extra", *(column.field.name for column in kind.references.values())]
        kind.model._base_manager.bulk_update(loose, fields, batch_size=200)


def _mend_links() -> None:
    nobody = {f"{parent}_id": None for parent in Attribute.PARENTS}
    for parent in Attribute.PARENTS:
        lost = Attribute.objects.filter(Q(link_entity=parent), **nobody, link_id__isnull=False)
        keys = here(KINDS[parent], set(lost.values_list("link_id", flat=True)))
        for row in lost.filter(link_id__in=keys):
            Attribute.objects.filter(pk=row.pk).update(**{f"{parent}_id": row.link_id})


def remark_on_loose(references: References, report: Report) -> None:
    """After mending: say which keys still name rows that are nowhere."""
    groups: defaultdict[str, list[tuple[uuid.UUID, str]]] = defaultdict(list)
    for kind, key, name in references.loose:
        groups[kind].append((key, name))
    for kind, pairs in groups.items():
        rows = KINDS[kind].model._base_manager.in_bulk({key for key, _name in pairs})
        for key, name in pairs:
            if key in rows and name in rows[key].extra.get(DANGLING, {}):
                place, raw = references.loose[kind, key, name]
                report.remark(place, name, _("names %(id)s, which is not here; the key is kept.") % {"id": raw})
