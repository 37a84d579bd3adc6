"""The first pages, also where there is nothing: a test that commits leaves an empty database behind."""

from django.conf import settings
from wagtail.models import Collection, Locale, Page

from home.tree import Rooms, ensure_tree


def tree_from_nothing() -> dict[str, Rooms]:
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    if Page.get_first_root_node() is None:
        Page.add_root(instance=Page(title="Root", slug="root"))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return ensure_tree()
