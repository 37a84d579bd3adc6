"""Which school a family means, in a form: one of the schools, or the office of the district."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from schools.models import SchoolPage

OFFICE = "office"


class SchoolOrOfficeField(forms.ChoiceField):
    """Cleans to the facts page of a school, or to None for the office."""

    office: Any = _("The district office")
    empty: Any = _("Choose…")

    def __init__(self, **kwargs: Any):
        super().__init__(choices=self._all, **kwargs)

    def _all(self) -> list[tuple[str, Any]]:
        return [("", self.empty), *school_choices(get_language() or ""), (OFFICE, self.office)]

    def clean(self, value: Any) -> SchoolPage | None:
        chosen = super().clean(value)
        if chosen in ("", OFFICE):
            return None
        school = SchoolPage.objects.facts().live().filter(pk=chosen).first()
        if school is None:
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": chosen})
        return school


def school_choices(language: str) -> list[tuple[str, str]]:
    """Schools by name, as their pages in a language call them."""
    facts = SchoolPage.objects.facts().live()
    pages = SchoolPage.objects.live().filter(locale__language_code=language)
    names = dict(pages.values_list("translation_key", "title"))
    named = ((str(school.pk), names.get(school.translation_key, school.title)) for school in facts)
    return sorted(named, key=lambda choice: choice[1].casefold())
