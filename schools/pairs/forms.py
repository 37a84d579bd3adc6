"""One form for a thing in all its languages: beside each other, what is there or by when it will be."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from core.uploads import ACCEPT, CheckedFile, checked
from schools.calendar import today
from schools.pairs.captions import check_captions
from schools.pairs.models import VideoVersion
from schools.pairs.pairing import promise, put_file
from schools.pairs.serving import file_url

CODES = [code for code, _name in settings.LANGUAGES]


class CheckedFileField(forms.FileField):
    """Gives a `CheckedFile`, or None where nothing was added."""

    def clean(self, data: Any, initial: Any = None) -> CheckedFile | None:
        given = super().clean(data, None)
        return checked(given) if isinstance(given, UploadedFile) else None


class PairForm(WagtailAdminModelForm):
    """What both kinds share: each language has its content or a day by which it is promised."""

    absent = _("Add the file, or say by when it will be there.")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for code in CODES:
            self.fill(code, self.halves.get(code))

    @cached_property
    def halves(self) -> dict[str, Any]:
        return {half.language: half for half in self.instance.halves.all()} if self.instance.pk else {}

    def fill(self, code: str, half: Any) -> None:
        if half is not None and not half.is_there:
            self.initial[f"promised_{code}"] = half.promised_for

    def is_given(self, code: str) -> bool:
        raise NotImplementedError

    def store_half(self, code: str) -> None:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for code in CODES:
            self.clean_half(code, cleaned.get(f"promised_{code}"))
        return cleaned

    def clean_half(self, code: str, promised: date | None) -> None:
        name = f"promised_{code}"
        if self.is_given(code) or name in self.errors:
            return
        if promised is None:
            self.add_error(name, self.absent)
        elif promised < today() and name in self.changed_data:
            self.add_error(name, _("This day is over. Promise a day that is still to come."))

    def save(self, commit: bool = True) -> Any:
        is_new = self.instance.pk is None
        if is_new:
            self.instance.created_by = self.for_user
        pair = super().save(commit)
        if commit:
            for code in CODES:
                self.store_half(code)
        return pair


class DocumentForm(PairForm):
    def fill(self, code: str, half: Any) -> None:
        super().fill(code, half)
        if half is not None and half.is_there:
            self.fields[f"file_{code}"].help_text = format_html(
                '{} <a href="{}">{}</a>. {}',
                _("Now there:"),
                file_url(half),
                half.name,
                _("Choose a file only to replace it."),
            )

    def is_given(self, code: str) -> bool:
        name = f"file_{code}"
        there = code in self.halves and self.halves[code].is_there
        return there or name in self.errors or self.cleaned_data.get(name) is not None

    def store_half(self, code: str) -> None:
        file, promised = self.cleaned_data.get(f"file_{code}"), self.cleaned_data.get(f"promised_{code}")
        if file is not None:
            put_file(self.instance, code, file, by=self.for_user)
        elif promised is not None:
            promise(self.instance, code, promised, by=self.for_user)


class VideoForm(PairForm):
    absent = _("Add the address, or say by when the video will be there.")

    def fill(self, code: str, half: Any) -> None:
        super().fill(code, half)
        for name in ("address", "captions", "captioned_there", "transcript"):
            self.initial[f"{name}_{code}"] = getattr(half, name, None)

    def is_given(self, code: str) -> bool:
        return bool(self.cleaned_data.get(f"address_{code}")) or f"address_{code}" in self.errors

    def clean_half(self, code: str, promised: date | None) -> None:
        super().clean_half(code, promised)
        if not self.is_given(code):
            return
        if captions := self.cleaned_data.get(f"captions_{code}"):
            self._clean_captions(code, captions)
        elif not self.cleaned_data.get(f"captioned_there_{code}"):
            self.add_error(f"captions_{code}", _("Add captions, or say that the video shows them itself."))
        if not self.cleaned_data.get(f"transcript_{code}"):
            self.add_error(f"transcript_{code}", _("Write down what is said, for those who cannot hear or play it."))

    def _clean_captions(self, code: str, captions: str) -> None:
        try:
            self.cleaned_data[f"captions_{code}"] = check_captions(captions)
        except ValidationError as error:
            self.add_error(f"captions_{code}", error)

    def store_half(self, code: str) -> None:
        half = self.halves.get(code) or VideoVersion(pair=self.instance, language=code)
        for name in ("address", "captions", "captioned_there", "transcript"):
            setattr(half, name, self.cleaned_data[f"{name}_{code}"])
        promised = self.cleaned_data.get(f"promised_{code}")
        if promised is not None and promised != half.promised_for:
            half.promised_for, half.promised_by, half.reminded_on = promised, self.for_user, None
        half.save()


def promise_field() -> forms.DateField:
    return forms.DateField(
        label=_("Or: will be there by"),
        required=False,
        widget=AdminDateInput(),
        help_text=_("Families read this day, and also when it has passed."),
    )


def https_only(address: str) -> None:
    if not address.startswith("https://"):
        raise ValidationError(_("The address begins with https://"))


def document_fields() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for code in CODES:
        widget = forms.FileInput(attrs={"accept": ACCEPT})
        help_text = _("PDF, Word (docx), JPG, PNG or WebP, up to 10 MB.")
        fields[f"file_{code}"] = CheckedFileField(label=_("File"), required=False, widget=widget, help_text=help_text)
        fields[f"promised_{code}"] = promise_field()
    return fields


def video_fields() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    long = {"rows": 5}
    for code in CODES:
        fields[f"address_{code}"] = forms.URLField(
            label=_("Address of the video"),
            required=False,
            max_length=500,
            assume_scheme="https",
            validators=[https_only],
        )
        fields[f"captions_{code}"] = forms.CharField(
            label=_("Captions"),
            required=False,
            widget=forms.Textarea(attrs=long),
            help_text=_("The text of a WebVTT file (.vtt): open it and copy everything."),
        )
        fields[f"captioned_there_{code}"] = forms.BooleanField(
            label=_("The video shows captions in this language itself"), required=False
        )
        fields[f"transcript_{code}"] = forms.CharField(
            label=_("Everything that is said"), required=False, widget=forms.Textarea(attrs=long)
        )
        fields[f"promised_{code}"] = promise_field()
    return fields


DocumentPairForm = type("DocumentPairForm", (DocumentForm,), document_fields())
VideoPairForm = type("VideoPairForm", (VideoForm,), video_fields())
