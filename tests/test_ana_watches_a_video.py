"""A video plays only after a tap, and everything said in it can be read."""

from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string

from schools.calendar import today
from schools.pairs.models import VideoPair, VideoVersion
from schools.pairs.shown_videos import shown_videos

pytestmark = pytest.mark.django_db

ADDRESS = "https://videos.example.org/welcome.mp4"


def drawn(address: str = ADDRESS) -> str:
    pair = VideoPair.objects.create(title={"en": "Welcome", "es": "Bienvenida"}, date=date(2026, 11, 12))
    VideoVersion.objects.create(
        pair=pair, language="en", address=address, captions="WEBVTT\n", transcript="Peña says: hello <all>"
    )
    VideoVersion.objects.create(pair=pair, language="es", promised_for=today())
    return render_to_string("components/video_pair.html", {"video": shown_videos([pair], "en")[0]})


def test_a_video_of_another_house_is_a_link() -> None:
    page = drawn("https://www.youtube.com/watch?v=1")

    assert "<video" not in page and "<iframe" not in page
    assert 'href="https://www.youtube.com/watch?v=1"' in page and "youtube.com" in page


def test_a_video_of_a_trusted_house_plays_here_with_captions_after_a_tap(settings: Any) -> None:
    settings.VIDEO_ORIGINS = ["https://videos.example.org"]

    page = drawn()

    assert 'preload="none"' in page and 'kind="captions"' in page and ".vtt" in page


def test_the_words_can_be_read_and_the_other_language_has_its_day() -> None:
    page = drawn()

    assert "Peña says: hello &lt;all&gt;" in page and "In Spanish by" in page
