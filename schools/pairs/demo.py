"""Papers of the demo: real PDFs with a few lines each, in both languages."""

from datetime import date, timedelta
from typing import Any

from core.uploads import PDF, CheckedFile, safe_name
from schools.pairs.models import DocumentPair
from schools.pairs.pairing import promise, put_file

PUT_DOWN = (("\\", "\\\\"), ("(", "\\("), (")", "\\)"))


def load_paper(data: dict[str, Any], titles: dict[str, str], day: date, today: date) -> DocumentPair:
    """A pair with a file for each language of `files`; the others promised for the day `promised` from today."""
    pair = DocumentPair.objects.create(title=titles, kind=data["kind"], date=day)
    for language, title in titles.items():
        if language in data["files"].split():
            put_file(pair, language, CheckedFile(pdf_of([title, f"{day}"]), safe_name(title, ".pdf"), PDF))
        else:
            promise(pair, language, today + timedelta(days=data["promised"]))
    return pair


def pdf_of(lines: list[str]) -> bytes:
    """One page of plain text in a typeface every reader has."""
    for sign, kept in PUT_DOWN:
        lines = [line.replace(sign, kept) for line in lines]
    text = "BT /F1 16 Tf 60 720 Td 24 TL " + " ".join(f"({line}) ' " for line in lines) + "ET"
    content = text.encode("cp1252", "replace")
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    ]
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    trailer = b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + table + trailer
