"""The form of a drive: nobody takes away what neighbors have pledged already."""

from typing import Any

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.locales import source_language
from core.models import said
from core.panels import FactsPageForm
from events.drives.models.pledges import ItemStand


class DrivePageForm(FactsPageForm):
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.instance.is_source and self.instance.pk and "items" in self.formsets:
            self._keep_what_is_pledged()
        return cleaned

    def _keep_what_is_pledged(self) -> None:
        """Also what an older version of the page does not know: to publish it would take the item away."""
        rows = self._kept_rows()
        asked_for = ItemStand.objects.filter(drive=self.instance.pk, drive__items=F("item_id"))
        for stand in asked_for.filter(pledged__gt=0):
            values = {"name": said(stand.name, get_language() or source_language()).text, "pledged": stand.pledged}
            form = rows.get(stand.item_id)
            if form is None:
                self.add_error(None, _("“%(name)s” stays: %(pledged)s of it are pledged.") % values)
            elif (form.cleaned_data.get("wanted") or stand.pledged) < stand.pledged:
                form.add_error("wanted", _("%(pledged)s are pledged already. Give that number or more.") % values)

    def _kept_rows(self) -> dict[int, Any]:
        formset = self.formsets["items"]
        formset.is_valid()  # Checks the rows now, so that one of them can be given an error.
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        return {form.instance.pk: form for form in kept if form.instance.pk}
