"""One place in the admin's menu for everything that families write to the district."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

FAMILIES = "register_families_menu_item"  # The hook with which a form of families adds its desk.

families = Menu(register_hook_name=FAMILIES)


@hooks.register("register_admin_menu_item")
def families_item() -> MenuItem:
    return SubmenuMenuItem(_("Families write"), families, name="families", icon_name="mail", order=205)
