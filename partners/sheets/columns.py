"""The columns of the spreadsheet: one for each plain value of a listing, words once in each language.

Hours, phones beyond the first and other rows are changed in the form: a cell has no room for them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, override

from core.locales import target_languages
from partners.models import MODELS, Kind
from partners.values import Values, is_row, value_in
from partners.wording import label_of

KIND, KEY, PHONE = "kind", "id", "phone"
SHEET_KINDS = (Kind.ORGANIZATION, Kind.SERVICE)
NAMES: dict[str, tuple[str, ...]] = {
    Kind.ORGANIZATION: ("name", "alternate_name", "description", "email", "website"),
    Kind.SERVICE: (
        *("name", "alternate_name", "summary", "description", "email", "url", "eligibility_description"),
        *("minimum_age", "maximum_age", "groups", "cost", "fees_description", "papers", "interpretation_services"),
        *("application_process", "delivery", "alert", "alert_until"),
    ),
}
LANGUAGES_OF_HEADERS = ("en", "es")
JOINED = "; "


def paths_of(kind: str) -> list[str]:
    words = MODELS[kind].word_fields()
    paths = []
    for name in NAMES[kind]:
        paths += [name, *(f"{name}@{language}" for language in target_languages() if name in words)]
    return [*paths, PHONE]


def all_paths() -> list[str]:
    """Of both kinds, each once, services' order first."""
    return list(dict.fromkeys([*paths_of(Kind.SERVICE), *paths_of(Kind.ORGANIZATION)]))


def heading(path: str) -> str:
    """In the reader's language."""
    if path == PHONE:
        return gettext("Phone")
    if path in (KIND, KEY):
        return {KIND: gettext("Kind"), KEY: gettext("Key, do not change")}[path]
    kind = Kind.SERVICE if path in paths_of(Kind.SERVICE) else Kind.ORGANIZATION
    return label_of(kind, path)


def headings_in_every_language() -> dict[str, str]:
    """Which path a heading means, whichever language it was written in."""
    found: dict[str, str] = {}
    for language in LANGUAGES_OF_HEADERS:
        with override(language):
            found |= {plain(heading(path)): path for path in (KEY, KIND, *all_paths())}
    return found


def plain(text: str) -> str:
    return " ".join(str(text).casefold().split())


def phone_path(values: Mapping[str, Any]) -> str:
    """Where the number of the first phone stands; empty where there is none."""
    first = next((path for path in values if is_row(path) and path.startswith("phones/")), "")
    return f"{first}/number" if first else ""


def cells_of(kind: str, values: Values) -> dict[str, str]:
    phone = phone_path(values)
    cells = {path: as_cell(value_in(values, path)) for path in paths_of(kind) if path != PHONE}
    return {**cells, PHONE: as_cell(values[phone]) if phone else ""}


def as_cell(value: Any) -> str:
    if isinstance(value, list):
        return JOINED.join(map(str, value))
    return "" if value is None else str(value)


def list_in(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace(",", ";").split(";") if part.strip()]


def known(path: str, kind: str) -> bool:
    return path in paths_of(kind)


def ordered(paths: Iterable[str]) -> list[str]:
    order = {path: place for place, path in enumerate(all_paths())}
    return sorted(paths, key=lambda path: order.get(path, len(order)))
