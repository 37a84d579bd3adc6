"""What the listing that goes knows and the one that stays does not: value by value and row by row, for a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.context import dialable
from partners.comparing import Row, row_in
from partners.values import Values, content_of, is_row, language_of, value_in, values_of
from partners.wording import in_words, label_of

# When it was last confirmed, closed or full is true of one listing at one time, not of the two together.
OWN = frozenset({"assured_date", "assurer_email", "assured_by", "do_not_list", "alert", "alert_until", "closed_until"})
SAME_BY = {
    "phones": ("number", "extension"),
    "languages": ("code", "name"),
    "attributes": ("taxonomy_term",),
    "service_at_locations": ("location",),
    "files": ("paper",),
    "schools_served": ("school",),
    "additional_urls": ("url",),
    "additional_websites": ("url",),
    "organization_identifiers": ("identifier",),
}
ALWAYS_MOVED = "programs"  # Services stand in them.
# Both lists of hours together would be nobody's hours.
INSTEAD = frozenset(
    {"schedules", "schedule_exceptions", "cost_options", "required_documents", "capacities", "addresses"}
)


@dataclass(frozen=True)
class Offer:
    """`is_taken` before anybody chose: what the listing that stays lacks, and nothing that it says otherwise."""

    path: str
    label: str
    kept: str
    other: str
    is_taken: bool

    @property
    def is_row(self) -> bool:
        return is_row(self.path)


def offers(keep: Any, away: Any) -> list[Offer]:
    kind, kept, others = keep._meta.model_name, values_of(keep), values_of(away)
    found = [Offer(*_told(kind, path, kept, others), not value_in(kept, path)) for path in _values(keep, kept, others)]
    filled = {_relation(path) for path in _top_rows(kept)} & INSTEAD
    rows = [Offer(*_told(kind, path, kept, others), _relation(path) not in filled) for path in _rows(kept, others)]
    return [*found, *rows]


def taken(away: Any, paths: set[str]) -> Values:
    """As changes of the listing that stays: rows keep their keys and what their source said of them."""
    values, content = values_of(away), content_of(away)
    extras = {str(row["pk"]): row.get("extra") for rows in content.values() if _are_rows(rows) for row in rows}
    changes: Values = {}
    for path in paths & values.keys():
        row = row_in(values, path) if is_row(path) else None
        extra = extras.get(path.partition("/")[2])
        changes[path] = value_in(values, path) if row is None else row | ({"extra": extra} if extra else {})
    return changes


def _values(keep: Any, kept: Values, others: Values) -> Iterator[str]:
    related = {field.name for field in keep._meta.fields if field.is_relation}
    for path, value in others.items():
        name = path.partition("@")[0]
        if "/" in path or name in OWN or name in related or value == "":
            continue
        if value != value_in(kept, path):
            yield path


def _rows(kept: Values, others: Values) -> Iterator[str]:
    there = {_nature(path, row_in(kept, path) or {}) for path in _top_rows(kept)}
    for path in _top_rows(others):
        nature = _nature(path, row_in(others, path) or {})
        if path.startswith(f"{ALWAYS_MOVED}/") or nature not in there:
            there.add(nature)
            yield path


def _top_rows(values: Values) -> list[str]:
    return [path for path in values if is_row(path) and path.count("/") == 1]


def _relation(path: str) -> str:
    return path.partition("/")[0]


def _nature(path: str, row: Row) -> tuple[Any, ...]:
    """What makes two rows the same thing, whatever their keys are."""
    relation = _relation(path)
    names = SAME_BY.get(relation) or sorted(name for name in row if "/" not in name and not language_of(name))
    told = (_plain(name, row.get(name, "")) for name in names if name != "sort_order")
    return relation, *told


def _plain(name: str, value: Any) -> Any:
    if name == "number":
        return dialable(value)[-10:]
    return value.strip().casefold() if isinstance(value, str) else repr(value)


def _told(kind: str, path: str, kept: Values, others: Values) -> tuple[str, str, str, str]:
    if is_row(path):
        return path, label_of(kind, path), "", in_words(kind, path, row_in(others, path))
    return path, label_of(kind, path), in_words(kind, path, kept.get(path)), in_words(kind, path, others[path])


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
