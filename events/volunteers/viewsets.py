"""What the office sees of checks: which kinds there are, and who has done which."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from events.volunteers.checking import cleared
from events.volunteers.models import Clearance, ClearanceTier, Volunteer
from schools.calendar import today

SOON = timedelta(days=30)


class ClearanceTierViewSet(SnippetViewSet):
    model = ClearanceTier
    icon = "check"
    menu_label = _("Kinds of checks")
    copy_view_enabled = False
    list_display = ["__str__", "level", "lasts_months", "without_it"]


class VolunteerViewSet(SnippetViewSet):
    """Who they are they said themselves; a check is written down in the roster, or here below the name."""

    model = Volunteer
    icon = "user"
    menu_label = _("People who help")
    copy_view_enabled = False
    list_display = ["name", "language", "age_band", "first_came_on"]
    search_fields = ["name"]
    search_backend_name = None
    inspect_view_enabled = True
    inspect_view_fields = ["name", "reach", "language", "age_band", "school", "first_came_on"]
    edit_handler = ObjectList(
        [
            FieldPanel("name", read_only=True),
            FieldPanel("reach", read_only=True),
            FieldPanel("age_band", read_only=True),
            FieldPanel("language"),
            FieldPanel("school"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """`?ending=soon`, from the first page: those with a check that ends within a month."""
        known = Volunteer.objects.exclude(person_key="")
        if request.GET.get("ending") == "soon":
            until = today() + SOON
            known = known.filter(clearances__expires_on__gte=today(), clearances__expires_on__lte=until).distinct()
        return known


class SeenByWhoeverSaves:
    """A place that waited for this check is confirmed as soon as it is saved."""

    request: HttpRequest
    form: Any

    def save_instance(self) -> Any:
        self.form.instance.checked_by = self.request.user
        self.form.instance.warned_on = None
        clearance = super().save_instance()  # type: ignore[misc]  # a mixin: the view has it
        cleared.send(sender=Clearance, volunteer=clearance.volunteer)
        return clearance


class ClearanceCreateView(SeenByWhoeverSaves, CreateView):
    pass


class ClearanceEditView(SeenByWhoeverSaves, EditView):
    pass


class ClearanceViewSet(SnippetViewSet):
    """Of whom, which, when, until when: there is no room for papers, and none for what they say."""

    model = Clearance
    icon = "tick"
    menu_label = _("Checks done")
    copy_view_enabled = False
    add_view_class = ClearanceCreateView
    edit_view_class = ClearanceEditView
    list_display = ["volunteer", "tier", "done_on", "expires_on"]
    list_filter = ["tier"]
    ordering = ["expires_on"]
    edit_handler = ObjectList(
        [FieldPanel("volunteer"), FieldPanel("tier"), FieldPanel("done_on"), FieldPanel("expires_on")]
    )


class VolunteersGroup(SnippetViewSetGroup):
    items = (VolunteerViewSet, ClearanceViewSet, ClearanceTierViewSet)
    menu_label = _("Volunteers")
    menu_icon = "group"
    menu_name = "volunteers"
    menu_order = 228
