"""Pictures and documents of the library pass the same door as papers."""

import io
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image

from core.models import SiteDocument, SiteImage
from tests.papers import a_docx, a_pdf, a_picture, upload

pytestmark = pytest.mark.django_db

GPS = 0x8825


def test_a_photo_of_the_library_loses_where_it_was_taken(signed_in: Any) -> None:
    exif = Image.Exif()
    exif.get_ifd(GPS)[2] = (34.0, 25.0, 40.0)
    photo = upload("photo.jpg", a_picture("JPEG", exif=exif))

    answer = signed_in("elena").post(reverse("wagtailimages:add"), {"title": "Gate", "file": photo, "collection": "1"})

    assert answer.status_code == 302, answer.context["form"].errors
    with SiteImage.objects.get().file.open() as kept, Image.open(io.BytesIO(kept.read())) as picture:
        assert picture.size == (40, 20) and not picture.getexif().get_ifd(GPS)


def test_a_document_of_the_library_is_checked_and_served_safely(signed_in: Any, ana: Any) -> None:
    elena, url = signed_in("elena"), reverse("wagtaildocs:add")
    macros = upload("carta.docx", a_docx({"word/vbaProject.bin": b"x"}))

    refused = elena.post(url, {"title": "Carta", "file": macros, "collection": "1"})
    taken = elena.post(url, {"title": "Carta", "file": upload("carta.pdf", a_pdf()), "collection": "1"})

    assert "carta.docx" in refused.context["form"].errors["file"][0]
    assert taken.status_code == 302
    answer = ana.get(SiteDocument.objects.get().url)
    assert answer["X-Content-Type-Options"] == "nosniff" and "default-src 'none'" in answer["Content-Security-Policy"]
