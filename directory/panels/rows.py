"""Child rows inside a form. Their keys are UUIDs made before the database knows them, which the stock form forbids."""

from typing import Any

from django import forms
from django.db.models import Model
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.panels.base import get_form_for_model


class RowFormSet(BaseChildFormSet):
    """Accepts rows that exist in a draft only, and never lets a posted key reach into another listing."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        key = self.model._meta.pk.name
        # The stock field looks the row up in the database, where a row of a draft is not.
        form.fields[key] = forms.UUIDField(required=False, initial=form.fields[key].initial, widget=forms.HiddenInput())

    def _existing_object(self, pk: Any) -> Model:
        if not hasattr(self, "_rows"):
            self._rows = {row.pk: row for row in self.get_queryset()}
        if pk in self._rows:
            return self._rows[pk]
        known_elsewhere = self.model._default_manager.filter(pk=pk).exists()
        return self.model() if known_elsewhere else self.model(pk=pk)


class Rows(InlinePanel):
    """An `InlinePanel` for rows with UUID keys, with a form of its own if the row needs one."""

    def __init__(
        self,
        relation_name: str,
        panels: list[Any] | None = None,
        *,
        row_form: type[WagtailAdminModelForm] = WagtailAdminModelForm,
        **kwargs: Any,
    ) -> None:
        super().__init__(relation_name, panels, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "row_form": self.row_form}

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        formset["formset"] = RowFormSet
        formset["form"] = get_form_for_model(
            self.db_field.related_model, form_class=self.row_form, defer_required_on_fields=deferred
        )
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        pass


class AskedPanel(FieldPanel):
    """A question of the form that is no field of the model; the form maps the answer."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, required_on_save=True, **kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs = super().clone_kwargs()
        kwargs.pop("required_on_save")
        return kwargs

    class BoundPanel(FieldPanel.BoundPanel):
        def get_comparison(self) -> list[Any]:
            return []


class RarePanel(MultiFieldPanel):
    """What is rarely needed inside a row, folded away; Wagtail folds groups of the form only, not of rows."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "directory/admin/rare_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.heading = ""  # It stands on the fold; the group around would say it again.

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            names = self.panel.get_form_options().get("fields", [])
            return {**context, "open": bool(self.form and self.form.is_bound and set(names) & set(self.form.errors))}
