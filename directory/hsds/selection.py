"""What may leave the house in an export, and what is blanked in what leaves."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from core.locales import source_locale_id
from directory.hsds.kinds import KINDS, LINKS, Kind
from directory.models import Location

# Left out of what is handed to strangers: who confirmed, who pays, who changed what.
NOT_PUBLIC = {"organization": {"assurer_email"}, "service": {"assurer_email"}}
NOT_PUBLIC_KINDS = {"metadata", "funding"}
# Where a private place is. The town stays.
WHEREABOUTS = {
    "location": {"latitude", "longitude", "transportation", "external_identifier", "external_identifier_type", "url"},
    "address": {"attention", "address_1", "address_2", "postal_code"},
}


@dataclass(frozen=True)
class Selection:
    """Everything but drafts; with `public` also without what families may not see."""

    drafts: bool = False
    public: bool = False

    def rows(self, kind: Kind) -> QuerySet[Any]:
        found = kind.model._base_manager.order_by("pk")
        if kind.has_words:
            found = found.filter(locale_id=source_locale_id())
        if self.public and kind.name in NOT_PUBLIC_KINDS:
            return found.none()
        return found

    def admits(self, kind: Kind, row: Any) -> bool:
        return row.pk not in self.withheld[kind.name]

    def blanked(self, kind: Kind, row: Any) -> set[str]:
        """Columns of a row that stay blank."""
        if not self.public:
            return set()
        private = {"location": row.pk, "address": getattr(row, "location_id", None)}.get(kind.name)
        return NOT_PUBLIC.get(kind.name, set()) | (WHEREABOUTS[kind.name] if private in self._private else set())

    @cached_property
    def _private(self) -> set[uuid.UUID | None]:
        return set(Location.objects.filter(address_private=True).values_list("pk", flat=True))

    @cached_property
    def withheld(self) -> dict[str, set[uuid.UUID]]:
        """Rows that stay: drafts, what is not to be listed, and all that belongs to nothing else."""
        found: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for kind in KINDS.all():
            found[kind.name] |= self._for_itself(kind)
            if kind.references:
                found[kind.name] |= _with_others(kind, found)
            if kind.name in LINKS:
                found[kind.name] |= _linked(kind, set().union(*found.values()))
        return found

    def _for_itself(self, kind: Kind) -> set[uuid.UUID]:
        reasons = Q()
        if kind.has_words and not self.drafts:
            reasons |= Q(live=False)
        if kind.is_listing and self.public:
            reasons |= Q(do_not_list=True)
        return set(self.rows(kind).filter(reasons).values_list("pk", flat=True)) if reasons else set()


def _with_others(kind: Kind, withheld: dict[str, set[uuid.UUID]]) -> set[uuid.UUID]:
    """As on the way in: a row goes with what it cannot live without, or with the last of its owners."""
    names = list({*kind.needs, *kind.owners})
    near = Q()
    for name in names:
        if gone := withheld[kind.references[name].points_at]:
            near |= Q(**{f"{name}__in": gone})
    if not near:
        return set()
    rows = kind.model._base_manager.filter(near).values("pk", *names)
    return {row["pk"] for row in rows if _goes(kind, row, withheld)}


def _goes(kind: Kind, row: dict[str, Any], withheld: dict[str, set[uuid.UUID]]) -> bool:
    gone = {name for name in row if name != "pk" and row[name] in withheld[kind.references[name].points_at]}
    owners = {name for name in kind.owners if row[name]}
    return bool(gone & set(kind.needs)) or bool(owners and gone >= owners)


def _linked(kind: Kind, withheld: set[uuid.UUID]) -> set[uuid.UUID]:
    column = LINKS[kind.name][0]
    return (
        set(kind.model._base_manager.filter(**{f"{column}__in": withheld}).values_list("pk", flat=True))
        if withheld
        else set()
    )
