"""The forms that staff add pictures and documents with: files are checked, pictures lose where they were taken."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from core.uploads import checked


class CheckedImageForm(BaseImageForm):
    def clean_file(self) -> Any:
        return checked_if_new(self.cleaned_data["file"])


class CheckedDocumentForm(BaseDocumentForm):
    def clean_file(self) -> Any:
        return checked_if_new(self.cleaned_data["file"])


def checked_if_new(file: Any) -> Any:
    """What is in the library stays as it is; only a file that somebody adds now is looked at."""
    return checked(file).as_upload() if isinstance(file, UploadedFile) else file
