"""The way from the admin to the desk, and the right to all requests in the list of rights."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from schools.asking.rights import is_at_the_desk
from schools.menu import FAMILIES


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_at_the_desk(request.user)


@hooks.register(FAMILIES)
def desk_item() -> MenuItem:
    return DeskMenuItem(_("Requests for help"), reverse("desk"), name="desk", icon_name="mail", order=10)


@hooks.register("register_permissions")
def rights() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="asking", codename="answer_all")
