"""Real files for the tests of what people add, made as a stranger or a neighbour would make them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
BODY = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>¿Dónde?</w:t></w:r></w:p></w:body></w:document>'


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def a_pdf(writer: PdfWriter | None = None) -> bytes:
    writer = writer or PdfWriter()
    writer.add_blank_page(200, 200)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_docx(extra: Mapping[str, str | bytes] | None = None, *, types: str = "") -> bytes:
    out = io.BytesIO()
    parts = {"[Content_Types].xml": TYPES.format(types), "word/document.xml": BODY, **(extra or {})}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def an_external(kind: str, target: str) -> str:
    return RELS.format(f'<Relationship Id="r1" Type="{RELATION}/{kind}" Target="{target}" TargetMode="External"/>')


def a_picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **saving: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **saving)
    return out.getvalue()


def a_packed_pdf(when_opened: str) -> bytes:
    """A page and what happens when it is opened, packed together as most programs write it."""
    bodies = [
        "<</Type /Catalog /Pages 2 0 R /OpenAction 4 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>",
        when_opened,
    ]
    starts = [sum(len(body) + 1 for body in bodies[:place]) for place in range(len(bodies))]
    index = " ".join(f"{number} {start}" for number, start in enumerate(starts, 1)) + " "
    objects = zlib.compress((index + " ".join(bodies)).encode())
    out = b"%PDF-1.7\n"
    places = [(2, 5, place) for place in range(len(bodies))] + [(1, len(out), 0)]
    out += _stream(5, f"/Type /ObjStm /N {len(bodies)} /First {len(index)} /Filter /FlateDecode", objects)
    places = [(0, 0, 0), *places, (1, len(out), 0)]
    rows = b"".join(struct.pack(">BHB", *place) for place in places)
    start = len(out)
    out += _stream(6, f"/Type /XRef /Size {len(places)} /W [1 2 1] /Root 1 0 R", rows)
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def _stream(number: int, entries: str, content: bytes) -> bytes:
    head = f"{number} 0 obj\n<<{entries} /Length {len(content)}>>\nstream\n".encode()
    return head + content + b"\nendstream\nendobj\n"
