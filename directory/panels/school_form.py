"""Schools in the forms of listings: each once, by the page that owns its facts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel

from directory.panels.rows import Rows
from schools.models import SchoolPage


class SchoolServedForm(WagtailAdminModelForm):
    school = forms.ModelChoiceField(label=_("School"), queryset=SchoolPage.objects.none())

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        only_facts(self, "school")


def only_facts(form: forms.ModelForm, name: str) -> None:
    """Offer each school once: its pages in other languages are the same school."""
    if name in form.fields:
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  tells the type checker what the model says
        field.queryset = SchoolPage.objects.facts().order_by("title")


def schools_served() -> Rows:
    return Rows(
        "schools_served",
        [FieldPanel("school")],
        row_form=SchoolServedForm,
        heading=_("Only for families of these schools"),
        label=_("school"),
    )
