"""Files are taken by what is in them, and only when they do nothing."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from core.uploads import LARGEST, checked
from tests.papers import a_docx, a_packed_pdf, a_pdf, a_picture, an_external, upload, written

GPS = 0x8825
ORIENTATION = 0x0112


def acting(kind: str, entry: str) -> bytes:
    """A PDF that does something as soon as it is opened."""
    writer = PdfWriter()
    action = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject(entry): TextStringObject("hello")})
    writer._root_object[NameObject("/OpenAction")] = action
    return a_pdf(writer)


def refused(name: str, content: bytes) -> ValidationError:
    with pytest.raises(ValidationError) as error:
        checked(upload(name, content))
    assert name in error.value.messages[0]
    return error.value


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (a_pdf(), ".pdf"),
        (a_docx(), ".docx"),
        (a_docx({"word/_rels/document.xml.rels": an_external("hyperlink", "https://example.org")}), ".docx"),
        (a_picture("PNG"), ".png"),
        (a_picture("JPEG"), ".jpg"),
        (a_picture("WEBP"), ".webp"),
        (a_picture("PNG", mode="P"), ".png"),
        (a_picture("JPEG", mode="CMYK"), ".jpg"),
    ],
)
def test_what_schools_hand_out_is_taken(content: bytes, ending: str) -> None:
    file = checked(upload("Carta a las familias.bin", content))

    assert file.name == "Carta-a-las-familias" + ending
    assert file.size == len(file.content) and len(file.checksum) == 64


def test_a_pdf_with_a_script_is_refused() -> None:
    assert refused("agenda.pdf", acting("/JavaScript", "/JS")).code == "active"


def test_a_script_packed_into_a_pdf_is_found() -> None:
    packed = a_packed_pdf("<</S /JavaScript /JS (app.alert\\(1\\))>>")
    assert b"/JavaScript" not in packed and checked(upload("agenda.pdf", a_packed_pdf("[3 0 R /Fit]")))

    assert refused("agenda.pdf", packed).code == "active"


def test_a_script_written_in_signs_is_found() -> None:
    disguised = acting("/JavaScript", "/JS").replace(b"/JS", b"/J#53").replace(b"/JavaScript", b"/J#61vaScript")

    assert refused("agenda.pdf", disguised).code == "active"


def test_a_pdf_that_starts_a_program_is_refused() -> None:
    assert refused("agenda.pdf", acting("/Launch", "/F")).code == "active"


def test_a_pdf_that_carries_a_file_is_refused() -> None:
    writer = PdfWriter()
    writer.add_attachment("tool.exe", b"MZ")

    assert refused("agenda.pdf", a_pdf(writer)).code == "active"


def test_a_pdf_with_a_password_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")

    assert refused("agenda.pdf", written(writer)).code == "locked"


@pytest.mark.parametrize("content", [a_pdf() + a_docx(), b"%PDF-1.7\n<script>alert(1)</script>", a_pdf()[:40]])
def test_two_kinds_in_one_and_half_a_pdf_are_refused(content: bytes) -> None:
    refused("agenda.pdf", content)


@pytest.mark.parametrize(
    "content",
    [
        a_docx({"word/vbaProject.bin": b"macro"}),
        a_docx(types='<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'),
        a_docx({"word/_rels/settings.xml.rels": an_external("attachedTemplate", "https://evil.example/t.dotm")}),
        a_docx({"word/_rels/document.xml.rels": an_external("image", "https://evil.example/seen.png")}),
        a_docx({"word/footer.xml": '<w:instrText>DDE</w:instrText><w:instrText a="b">AUTO x</w:instrText>'}),
    ],
)
def test_a_document_with_macros_or_a_foreign_part_is_refused(content: bytes) -> None:
    assert refused("carta.docx", content).code == "active"


def test_a_document_that_defines_its_own_entities_is_refused() -> None:
    refused("carta.docx", a_docx({"word/_rels/x.rels": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}))


def test_a_document_that_unpacks_to_a_mountain_is_refused() -> None:
    assert refused("carta.docx", a_docx({"word/media/a.txt": b"0" * 30_000_000})).code == "bomb"


def test_a_drawing_named_as_a_picture_is_refused() -> None:
    assert refused("logo.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').code == "unknown"


def test_a_picture_of_thirty_million_pixels_is_refused() -> None:
    assert refused("photo.png", a_picture(size=(6000, 5000), mode="1")).code == "too_many_pixels"


@pytest.mark.parametrize("content", [a_picture()[:60], b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 "])
def test_a_broken_picture_is_refused(content: bytes) -> None:
    refused("photo.png", content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_loses_where_it_was_taken_and_stands_upright(kind: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (34.0, 25.0, 40.0)
    taken = a_picture(kind, (40, 20), exif=exif)
    with Image.open(io.BytesIO(taken)) as before:
        assert before.getexif().get_ifd(GPS)

    kept = checked(upload("photo.jpg", taken))

    with Image.open(io.BytesIO(kept.content)) as picture:
        assert picture.size == (20, 40)
        assert not dict(picture.getexif()) and not picture.getexif().get_ifd(GPS)
        assert b"Exif" not in kept.content and b"eXIf" not in kept.content


def test_what_hides_behind_a_picture_is_gone() -> None:
    kept = checked(upload("photo.png", a_picture() + b"<script>alert(1)</script>"))

    assert b"script" not in kept.content


def test_an_empty_and_a_huge_file_are_refused() -> None:
    assert refused("a.pdf", b"").code == "empty"
    assert refused("a.pdf", b"%PDF-" + b"0" * LARGEST).code == "too_large"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Ana\\Acta de mañana.PDF", "Acta-de-mañana.pdf"),
        ("factura\u202efdp.exe", "facturafdp.pdf"),
        ("a'b\"c<d>.pdf", "a-b-c-d.pdf"),
        ("x" * 200 + ".pdf", "x" * 80 + ".pdf"),
        ("....pdf", "file.pdf"),
    ],
)
def test_a_name_keeps_its_words_and_nothing_else(given: str, kept: str) -> None:
    file = upload("a.pdf", a_pdf())
    file._name = given

    assert checked(file).name == kept


def test_the_reason_is_said_in_the_language_of_the_person() -> None:
    file = SimpleUploadedFile("logo.svg", b"<svg/>")

    with override("es"), pytest.raises(ValidationError) as error:
        checked(file)

    assert "logo.svg" in str(error.value.messages[0])
