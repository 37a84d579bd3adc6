"""Documents and videos in two languages for tests: the smallest valid ones."""

from datetime import date
from typing import Any

from core.uploads import checked
from schools.calendar import today
from schools.pairs.models import DocumentPair
from schools.pairs.pairing import promise, put_file
from tests.papers import a_pdf, upload

TITLE = {"en": "Agenda for November", "es": "Agenda de noviembre, reunión"}


def a_document(*, files: str = "en es", promised: date | None = None, **facts: Any) -> DocumentPair:
    """With a PDF for each language of `files`; the others promised for a day."""
    pair = DocumentPair.objects.create(**{"title": TITLE, "kind": "agenda", "date": date(2026, 11, 12), **facts})
    for language in ("en", "es"):
        if language in files.split():
            put_file(pair, language, checked(upload(f"agenda {language}.pdf", a_pdf())))
        else:
            promise(pair, language, promised or today())
    return pair
