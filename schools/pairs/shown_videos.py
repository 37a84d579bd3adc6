"""Videos as a page shows them: nothing of another house is fetched before somebody taps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from core.clock import day_and_year_in_words
from core.languages import Word
from core.models import said
from schools.pairs.models import VideoPair, VideoVersion
from schools.pairs.shown import promise_in_words

PLAYS = (".mp4", ".webm")


@dataclass(frozen=True)
class ShownVersion:
    """`plays_here`: a file of a house we trust, for a player of the page's own; else a link that leads there."""

    language: str
    language_name: str
    own: bool
    address: str = ""
    house: str = ""
    plays_here: bool = False
    captions_url: str = ""
    transcript: str = ""
    promise: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class ShownVideo:
    title: Word
    day: str
    poster: Any
    versions: tuple[ShownVersion, ...]


def shown_videos(pairs: Iterable[VideoPair], language: str) -> list[ShownVideo]:
    """Pairs fetched `whole()`, with their posters."""
    return [_shown(pair, language) for pair in pairs]


def _shown(pair: VideoPair, language: str) -> ShownVideo:
    versions = sorted(pair.halves.all(), key=lambda half: (half.language != language, half.language))
    return ShownVideo(
        title=said(pair.title, language),
        day=day_and_year_in_words(pair.date),
        poster=pair.poster,
        versions=tuple(_version(version, pair, language) for version in versions),
    )


def _version(version: VideoVersion, pair: VideoPair, language: str) -> ShownVersion:
    own = version.language == language
    if not version.is_there:
        promise, is_late = promise_in_words(version)
        return ShownVersion(version.language, version.language_name, own, promise=promise, is_late=is_late)
    return ShownVersion(
        version.language,
        version.language_name,
        own,
        address=version.address,
        house=urlsplit(version.address).netloc.removeprefix("www."),
        plays_here=plays_here(version.address),
        captions_url=reverse("captions", args=[pair.key, version.language]) if version.captions else "",
        transcript=version.transcript,
    )


def plays_here(address: str) -> bool:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" in settings.VIDEO_ORIGINS and parts.path.lower().endswith(PLAYS)
