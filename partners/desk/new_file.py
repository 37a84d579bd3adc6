"""One more form or flyer in the form of a listing: both languages side by side, checked and kept as soon as it came."""

from typing import Any

from django import forms
from django.core import signing
from django.db import transaction
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from core.locales import source_language, target_languages
from core.uploads import ACCEPT
from partners.models import PartnerFile
from schools.calendar import today
from schools.pairs.forms import CheckedFileField
from schools.pairs.models import DocumentPair
from schools.pairs.pairing import promise, put_file

ROW = "files/new0"
KIND, PROMISED, PAPER = f"{ROW}/kind", f"{ROW}/promised", f"{ROW}/paper"
KINDS = [
    (kind.value, kind.label) for kind in (DocumentPair.Kind.FORM, DocumentPair.Kind.FLYER, DocumentPair.Kind.OTHER)
]


def languages() -> list[str]:
    return [source_language(), *target_languages()]


def title_name(language: str) -> str:
    return f"{ROW}/title" if language == source_language() else f"{ROW}/title@{language}"


def file_name(language: str) -> str:
    return f"{ROW}/file_{language}"


def fields() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for language in languages():
        name = get_language_info(language)["name_local"].capitalize()
        title = forms.CharField(label=_in(_("Name of the paper"), name), required=False, max_length=120)
        title.widget.attrs["lang"] = language
        found[title_name(language)] = title
    for language in languages():
        name = get_language_info(language)["name_local"].capitalize()
        widget = forms.FileInput(attrs={"accept": ACCEPT})
        help_text = _("PDF, Word (docx), JPG, PNG or WebP, up to 10 MB.")
        found[file_name(language)] = CheckedFileField(
            label=_in(_("File"), name), required=False, widget=widget, help_text=help_text
        )
    found[KIND] = forms.ChoiceField(label=_("What it is"), choices=KINDS, required=False)
    found[PROMISED] = forms.DateField(
        label=_("The file that is missing will be there by"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
        help_text=_("Families read this day, and also when it has passed."),
    )
    found[PAPER] = forms.CharField(required=False, widget=forms.HiddenInput)
    return found


def check(form: forms.Form, given: dict[str, Any]) -> None:
    """Errors of a paper that was begun."""
    if not any(given.get(title_name(language)) for language in languages()):
        form.add_error(title_name(source_language()), _("Give the paper a name."))
    there = [language for language in languages() if _has(form, given, language)]
    if not there:
        form.add_error(file_name(source_language()), _("Choose the file in one language at least."))
    elif len(there) < len(languages()) and not given.get(PROMISED) and PROMISED not in form.errors:
        form.add_error(PROMISED, _("Add the other file, too, or say by when it will be there."))
    elif given.get(PROMISED) and given[PROMISED] < today():
        form.add_error(PROMISED, _("This day is over. Promise a day that is still to come."))


@transaction.atomic
def keep(given: dict[str, Any], organization_id: Any, account: Any) -> DocumentPair:
    """Of a row without errors; private until somebody accepts it."""
    pair = kept(given.get(PAPER, ""), account) or DocumentPair(is_private=True, created_by=account, date=today())
    pair.title = {language: text for language in languages() if (text := given.get(title_name(language)))}
    pair.kind = given.get(KIND) or DocumentPair.Kind.FORM
    pair.save()
    PartnerFile.objects.get_or_create(paper=pair, defaults={"organization_id": organization_id})
    for language in languages():
        if (file := given.get(file_name(language))) is not None:
            put_file(pair, language, file, by=account)
        elif given.get(PROMISED):
            promise(pair, language, given[PROMISED], by=account)
    return pair


def kept(token: str, account: Any) -> DocumentPair | None:
    """What came with an earlier try of the same person."""
    try:
        key = signing.loads(token, salt=_salt(account))
    except signing.BadSignature:
        return None
    own = PartnerFile.objects.filter(paper=key).select_related("paper").first()
    return own.paper if own is not None else None


def title_of(key: Any) -> str:
    return str(DocumentPair.objects.filter(pk=key or 0).first() or "")


def token_of(pair: DocumentPair, account: Any) -> str:
    return signing.dumps(pair.pk, salt=_salt(account))


def _salt(account: Any) -> str:
    return f"partners.paper.{account.pk}"


def _has(form: forms.Form, given: dict[str, Any], language: str) -> bool:
    """Now, or from an earlier try."""
    pair = getattr(form, "kept_paper", None)
    earlier = pair is not None and pair.halves.filter(language=language).exclude(file="").exists()
    return given.get(file_name(language)) is not None or file_name(language) in form.errors or earlier


def _in(label: Any, language: str) -> str:
    return f"{label} · {language}"
