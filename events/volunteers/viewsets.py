"""What the office sees of checks: which kinds there are, and who has done which."""

from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from events.volunteers.models import ClearanceTier, Volunteer
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


class VolunteersGroup(SnippetViewSetGroup):
    items = (VolunteerViewSet, ClearanceTierViewSet)
    menu_label = _("Volunteers")
    menu_icon = "group"
    menu_name = "volunteers"
    menu_order = 228
