"""What every form of a listing checks."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from wagtail.admin.forms.models import WagtailAdminModelForm

from core.locales import source_locale_id


class ListingForm(WagtailAdminModelForm):
    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        model = type(self.instance)
        others = model._default_manager.filter(locale_id=self.instance.locale_id or source_locale_id(), slug=slug)
        if slug and others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(gettext("Another listing has this address already."))
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("assured_date") and "assured_by" in self.fields and not cleaned.get("assured_by"):
            self.add_error("assured_by", gettext("Who confirmed it?"))
        return cleaned

    def is_valid(self) -> bool:
        """Formsets are judged after the form itself, so what a published listing needs is asked here."""
        valid = super().is_valid()
        if not valid or self.is_deferred_validation:
            return valid
        for problem in self.problems_before_publishing():
            self.add_error(None, problem)
        return not self.errors

    def problems_before_publishing(self) -> list[str]:
        return []

    def rows_left(self, relation: str) -> int:
        """How many child rows of a relation the listing will have, deleted ones not counted."""
        formset = self.formsets.get(relation)
        if formset is None:
            return 0
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        return sum(form.has_changed() or not form.instance._state.adding for form in kept)
