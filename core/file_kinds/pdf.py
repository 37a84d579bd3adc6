"""A PDF is taken when it only shows pages: nothing in it runs, starts a program or carries another file."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.generic import IndirectObject, NameObject

from core.file_kinds.refusing import refusal

MOST_OBJECTS = 300_000  # Far above any school's handbook; a file with more is made to keep us busy.
ACTIVE_KEYS = frozenset({"/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/XFA"})
ACTIVE_VALUES = frozenset({"/JavaScript", "/Launch", "/ImportData", "/GoToE", "/EmbeddedFile", "/RichMedia", "/Movie"})
KINDS_OF_THINGS = frozenset({"/S", "/Type", "/Subtype"})
# Readers repair broken files by looking for objects in the raw text; ours must not be the only one that misses some.
RAW_TRACES = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)[\s/<>\[\]()]|/JS\s*(\(|<[0-9A-Fa-f]{4}|\d+\s+\d+\s+R\b)"
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def check_pdf(content: bytes, name: str) -> None:
    """Raise ValidationError for a file that is broken, locked, two things at once, or more than pages."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise refusal(_("“%(name)s” is two kinds of file at once. Print it to a new PDF and add that one."), name)
    try:
        active = _is_active(content)
    except _Locked:
        raise refusal(
            _("“%(name)s” has a password. Save it without one and add it again."), name, code="locked"
        ) from None
    except Exception:  # Strangers' files break the reader in ways it does not name.
        raise refusal(_("“%(name)s” cannot be read. Print it to a new PDF and add that one."), name) from None
    if active:
        raise refusal(
            _("“%(name)s” contains a script, a program or another file. Print it to a new PDF and add that one."),
            name,
            code="active",
        )


class _Locked(Exception):
    pass


def _is_active(content: bytes) -> bool:
    if RAW_TRACES.search(ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)):
        return True
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Locked
    if not len(reader.pages):
        raise ValueError("no pages")
    return any(_acts(key, value) for root in _objects(reader) for key, value in _entries(root))


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Every object of the file, whether a page leads to it or not."""
    known = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
    known |= {(number, 0) for number in reader.xref_objStm}
    if len(known) > MOST_OBJECTS:
        raise ValueError("too many objects")
    yield reader.trailer
    for number, generation in known:
        if number:
            yield reader.get_object(IndirectObject(number, generation, reader))


def _entries(root: Any) -> Iterator[tuple[str, Any]]:
    """Keys and values of the dictionaries written inside one object; those it points at come by themselves."""
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            pairs = [(str(key), dict.__getitem__(each, key)) for key in each]
            yield from pairs
            waiting.extend(value for _key, value in pairs)
        elif isinstance(each, list):
            waiting.extend(list.__iter__(each))


def _acts(key: str, value: Any) -> bool:
    return key in ACTIVE_KEYS or (
        key in KINDS_OF_THINGS and isinstance(value, NameObject) and str(value) in ACTIVE_VALUES
    )
