"""A Word document is taken when it is only text and pictures: no macros, nothing fetched from elsewhere."""

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from django.utils.translation import gettext_lazy as _

from core.file_kinds.refusing import refusal

MOST_PARTS = 2000
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_PACKED = 200  # Text packs to a tenth; what packs to a two-hundredth is made to fill our disk.
MACROS = re.compile(r"(vbaproject|vbadata|/activex/|oleobject|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|lnk)$)", re.IGNORECASE)
MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject", re.IGNORECASE)
FIELD_CODES = re.compile(rb"<w:instrText[^>]*>([^<]*)<")
FETCHING_FIELDS = re.compile(rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b", re.IGNORECASE)
NEEDED = frozenset({"[Content_Types].xml", "word/document.xml"})


def is_docx(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return set(parts.namelist()) >= NEEDED
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def check_docx(content: bytes, name: str) -> None:
    """Raise ValidationError for a document that is broken, a bomb, or reaches outside itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            too_large, active = _is_bomb(parts), False
            if not too_large:
                active = parts.testzip() is not None or _is_active(parts)
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, RuntimeError, OSError, ValueError, EOFError):
        raise refusal(_("“%(name)s” cannot be read. Save it as a PDF and add that one."), name) from None
    if too_large:
        raise refusal(_("“%(name)s” unpacks to far too much. Save it as a PDF and add that one."), name, code="bomb")
    if active:
        raise refusal(
            _("“%(name)s” contains macros, or fetches something from outside. Save it as a PDF and add that one."),
            name,
            code="active",
        )


def _is_bomb(parts: zipfile.ZipFile) -> bool:
    listed = parts.infolist()
    unpacked = sum(part.file_size for part in listed)
    packed = sum(part.compress_size for part in listed) or 1
    return len(listed) > MOST_PARTS or unpacked > LARGEST_UNPACKED or unpacked > MOST_PACKED * packed


def _is_active(parts: zipfile.ZipFile) -> bool:
    names = parts.namelist()
    if len(set(names)) != len(names) or any(MACROS.search(f"/{name}") for name in names):
        return True
    if MACRO_TYPES.search(parts.read("[Content_Types].xml")):
        return True
    if any(_reaches_out(parts.read(name)) for name in names if name.lower().endswith(".rels")):
        return True
    texts = (parts.read(name) for name in names if name.lower().endswith(".xml"))
    return any(FETCHING_FIELDS.search(b"".join(FIELD_CODES.findall(text))) for text in texts)


def _reaches_out(relations: bytes) -> bool:
    """Whether anything but a link that a person follows leads outside the file."""
    if b"<!" in relations.replace(b"<!--", b"") or b"\0" in relations:
        raise ValueError("a definition of its own, or an encoding that hides one")
    return any(
        relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith("/hyperlink")
        for relation in ElementTree.fromstring(relations).iter()  # noqa: S314  without definitions there is nothing to expand
    )
