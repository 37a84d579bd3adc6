"""Documents as a page shows them: plain facts, no query; the reader's language first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from core.clock import day_and_year_in_words
from core.languages import Word
from core.models import said
from core.uploads import DOCX, PDF
from schools.calendar import today
from schools.pairs.models import DocumentPair, PairedFile
from schools.pairs.models.halves import Half
from schools.pairs.serving import file_url

SMALLEST = 1024  # "1 KB" says enough of less.


@dataclass(frozen=True)
class ShownHalf:
    """A file with its address, or the sentence that says by when it comes. `own`: in the reader's language."""

    language: str
    language_name: str
    own: bool
    url: str = ""
    about: str = ""
    promise: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class ShownPair:
    title: Word
    kind: str
    day: str
    date: date
    halves: tuple[ShownHalf, ...]


def shown_pairs(pairs: Iterable[DocumentPair], language: str, *, private: bool = False) -> list[ShownPair]:
    """Pairs fetched `whole()`. Private ones are left out unless the page itself is for those they belong to."""
    return [_shown(pair, language) for pair in pairs if private or not pair.is_private]


def shown_pair(pair: DocumentPair | None, language: str) -> ShownPair | None:
    return next(iter(shown_pairs([pair], language)), None) if pair is not None else None


def _shown(pair: DocumentPair, language: str) -> ShownPair:
    halves = sorted(pair.halves.all(), key=lambda half: (half.language != language, half.language))
    for half in halves:
        half.pair = pair  # The rows were fetched for this pair; asking for it again would be a query for each.
    return ShownPair(
        title=said(pair.title, language),
        kind=pair.get_kind_display(),
        day=day_and_year_in_words(pair.date),
        date=pair.date,
        halves=tuple(_half(half, language) for half in halves),
    )


def _half(half: PairedFile, language: str) -> ShownHalf:
    own = half.language == language
    if not half.is_there:
        promise, is_late = promise_in_words(half)
        return ShownHalf(half.language, half.language_name, own, promise=promise, is_late=is_late)
    about = f"{kind_of_file(half.content_type)}, {filesizeformat(max(half.size, SMALLEST))}"
    return ShownHalf(half.language, half.language_name, own, url=file_url(half), about=about)


def kind_of_file(content_type: str) -> str:
    return {PDF: "PDF", DOCX: "Word"}.get(content_type) or gettext("Picture")


def promise_in_words(half: Half) -> tuple[str, bool]:
    """What the public reads of a missing half, and whether its day has passed."""
    if half.promised_for is None:
        return "", False
    values = {"language": half.language_name, "day": day_and_year_in_words(half.promised_for)}
    if half.promised_for < today():
        return gettext("In %(language)s: was promised for %(day)s and is late. Ask our office for it.") % values, True
    return gettext("In %(language)s by %(day)s") % values, False
