"""What partners' calendars add to the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from events.importing import desk
from events.importing.models import PartnerCalendar


class PartnerCalendarViewSet(SnippetViewSet):
    model = PartnerCalendar
    icon = "calendar-alt"
    menu_label = _("Calendars of partners")
    add_to_settings_menu = True
    list_display = ["title", "organization", "school", "is_active", "last_read_at"]
    list_filter = ["is_active", "kind"]


register_snippet(PartnerCalendarViewSet)


@hooks.register("register_admin_urls")
def importing_urls() -> list[URLPattern]:
    return [
        path("events/partners/", desk.partners_events, name="events_of_partners"),
        path("events/partners/<int:pk>/read/", desk.read_now, name="events_of_partners_read"),
        path("events/partners/<int:pk>/file/", desk.read_upload, name="events_of_partners_file"),
        path("events/partners/<int:pk>/settled/", desk.settle, name="events_of_partners_settled"),
    ]


@hooks.register("register_admin_menu_item")
def partners_item() -> MenuItem:
    return desk.PartnersMenuItem(
        _("Events of partners"), reverse("events_of_partners"), name="partner-events", icon_name="calendar", order=227
    )


@hooks.register("register_permissions")
def partners_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="event_imports", content_type__model="partnercalendar")
