"""What a person adds as a file: taken by what is in it, whatever its name says, and only when it does nothing."""

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _

from core.file_kinds.docx import check_docx, is_docx
from core.file_kinds.pdf import check_pdf
from core.file_kinds.pictures import redrawn
from core.file_kinds.refusing import refusal

LARGEST = 10 * 1024 * 1024
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {PDF: ".pdf", DOCX: ".docx", "image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
ACCEPT = ",".join([*ENDINGS.values(), ".jpeg"])  # For the file window of a browser; a help, no check.
LONGEST_NAME = 80
PICTURE_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class CheckedFile:
    """A file that may be kept and shown: pictures are drawn anew, the rest is as it came."""

    content: bytes
    name: str
    content_type: str

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def to_store(self) -> ContentFile:
        return ContentFile(self.content, name=self.name)

    def as_upload(self) -> SimpleUploadedFile:
        return SimpleUploadedFile(self.name, self.content, content_type=self.content_type)


def checked(upload: UploadedFile) -> CheckedFile:
    """The file as it may be kept; ValidationError, naming the file and what to do, for one that may not."""
    name = given_name(upload.name or "")
    if not upload.size:
        raise refusal(_("“%(name)s” is empty. Choose the file again."), name, code="empty")
    if upload.size > LARGEST:
        raise refusal(
            _("“%(name)s” is larger than 10 MB. Make it smaller, or split it, and add it again."),
            name,
            code="too_large",
        )
    upload.seek(0)
    content = upload.read()
    content, content_type = _by_content(content, name)
    return CheckedFile(content, safe_name(name, ENDINGS[content_type]), content_type)


def given_name(name: str) -> str:
    """The last part of the name a browser sent, without signs that cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    visible = "".join(sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign)[0] != "C")
    return visible.strip() or "file"


def safe_name(name: str, ending: str) -> str:
    """Letters, digits and hyphens with the ending that belongs to the content: `Agenda-de-mañana.pdf`."""
    stem = PurePosixPath(given_name(name)).stem
    kept = "".join(sign if sign.isalnum() or sign == "_" else "-" for sign in stem)
    words = "-".join(filter(None, kept.split("-")))[:LONGEST_NAME].strip("-")
    return (words or "file") + ending


def _by_content(content: bytes, name: str) -> tuple[bytes, str]:
    if content.startswith(b"%PDF-"):
        check_pdf(content, name)
        return content, PDF
    if content.startswith(b"PK\x03\x04") and is_docx(content):
        check_docx(content, name)
        return content, DOCX
    if content.startswith(PICTURE_BEGINNINGS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        return redrawn(content, name)
    raise refusal(
        _("“%(name)s” is no PDF, Word document (docx), JPG, PNG or WebP picture. Save it as a PDF and add that one."),
        name,
        code="unknown",
    )
