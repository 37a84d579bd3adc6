"""Areas served, as far as a listing names them: ZIP codes, towns and counties."""

import re
from collections.abc import Iterable

from search.zips import all_names, folded, names_of_zip

_ZIP = re.compile(r"\b[0-9]{5}\b")
_BETWEEN = re.compile(r"[,;/&().:]|\b(?:and|y|e|or|o)\b")
_BESIDE = re.compile(
    r"^(?:all of|anywhere in|the|city of|town of|tod[oa]s?|el|la|ciudad de|zip codes?|residents of)(?:\s+|$)"
)
_COUNTY = re.compile(r"^(?:county of|condado(?: de)?) (.+)$")
# What an area leaves out cannot be told apart from what it names.
_LEAVES_OUT = re.compile(r"\b(?:except|excluding|outside|not|excepto|menos|fuera)\b")


def areas_of(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({area for text in texts for area in _areas(text)}))


def areas_of_zips(values: frozenset[str]) -> frozenset[str]:
    """A ZIP code, and the town and the county it lies in."""
    found = {value: names_of_zip(value) for value in values}
    return frozenset(each for zip_code, names in found.items() if names for each in (zip_code, *map(folded, names)))


def _areas(text: str) -> Iterable[str]:
    plain = " ".join(text.lower().split())
    if _LEAVES_OUT.search(plain):
        return
    yield from _ZIP.findall(text)
    for piece in _BETWEEN.split(_ZIP.sub(" ", plain)):
        name = piece.strip()
        while (shorter := _BESIDE.sub("", name)) != name:
            name = shorter
        name = folded(_COUNTY.sub(r"\1 county", name))
        if name in all_names():
            yield name
