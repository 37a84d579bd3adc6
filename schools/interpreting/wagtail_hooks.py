"""What interpreting adds to the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from schools.interpreting import desk
from schools.menu import FAMILIES


@hooks.register("register_admin_urls")
def interpreting_urls() -> list[URLPattern]:
    return [
        path("interpreters/", desk.requests_list, name="interpreting_requests"),
        path("interpreters/table.<str:form>", desk.export, name="interpreting_export"),
        path("interpreters/<int:pk>/", desk.request_page, name="interpreting_request"),
        path("interpreters/<int:pk>/arranged/", desk.cover_request, name="interpreting_cover"),
        path("interpreters/<int:pk>/not-available/", desk.regret_request, name="interpreting_regret"),
    ]


@hooks.register(FAMILIES)
def interpreting_item() -> MenuItem:
    return desk.RequestsMenuItem(
        _("Interpreters"), reverse("interpreting_requests"), name="interpreters", icon_name="globe", order=20
    )


@hooks.register("register_permissions")
def interpreting_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="interpreting")
