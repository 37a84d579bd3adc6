"""The groups of the schools' side: who edits one school's pages, who appoints ambassadors, who is one.

A school's editors write in that school's part of the tree, in every language, and nowhere else. What they write goes
through the review that the office has set for all pages; whoever may publish without it, the office decides.
"""

from itertools import chain

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from schools.models import SchoolEditors, SchoolPage

COORDINATORS = "Ambassador coordinators"
AMBASSADORS = "Ambassadors"
PHOTOS = "Photos of people"
LONGEST_TITLE = 100  # A group's name has room for 150 letters.

Right = tuple[str, str]
ENTER: Right = ("wagtailadmin", "access_admin")
TRANSLATE: Right = ("wagtail_localize", "submit_translation")
WRITE_PAGES: tuple[Right, ...] = (("wagtailcore", "add_page"), ("wagtailcore", "change_page"))
FILL_COLLECTION: tuple[Right, ...] = tuple(
    (app, f"{action}_{model}")
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for action in ("add", "choose")
)
# Only those they made, and those of their own pages: schools.pairs.rights sees to it.
PAIR_PAPERS: tuple[Right, ...] = tuple(
    ("pairs", f"{action}_{model}") for model in ("documentpair", "videopair") for action in ("add", "change", "view")
)
APPOINT: tuple[Right, ...] = tuple(
    ("schools", f"{action}_{model}") for model in ("person", "appointment") for action in ("add", "change", "view")
)

_of_coordinators: list[tuple[Right, ...]] = []


def register_coordinators_rights(rights: tuple[Right, ...]) -> None:
    """Features above name what a coordinator of ambassadors needs there; the office gets the same."""
    if rights not in _of_coordinators:
        _of_coordinators.append(rights)


@transaction.atomic
def ensure_groups() -> None:
    """Make the groups that are missing and give each the rights it needs. Takes nothing away; safe to run again."""
    coordinators = Group.objects.get_or_create(name=COORDINATORS)[0]
    _grant(coordinators, ENTER, *APPOINT, *chain.from_iterable(_of_coordinators))
    _open_collection(coordinators, _collection(PHOTOS))
    Group.objects.get_or_create(name=AMBASSADORS)
    for school in SchoolPage.objects.facts():
        ensure_editors(school)


def grant_appointing(group: Group) -> None:
    """The office itself appoints too, and may delete what was added by mistake."""
    own = (("schools", "delete_person"), ("schools", "delete_appointment"))
    _grant(group, *APPOINT, *own, *chain.from_iterable(_of_coordinators))


@transaction.atomic
def ensure_editors(school: SchoolPage) -> Group:
    """The group of a school's editors, with its rights to the school's page in every language."""
    editors = SchoolEditors.objects.select_related("group", "collection").filter(school=school).first()
    if editors is None:
        group = Group.objects.create(name=_free_name(school))
        editors = SchoolEditors.objects.create(school=school, group=group)
    if editors.collection is None:
        editors.collection = _new_collection(school.title)
        editors.save(update_fields=["collection"])
    _grant(editors.group, ENTER, TRANSLATE, *PAIR_PAPERS)
    _open_collection(editors.group, editors.collection)
    for page in SchoolPage.objects.filter(translation_key=school.translation_key):
        open_page(editors.group, page)
    return editors.group


def open_page(group: Group, page: SchoolPage) -> None:
    for permission in _permissions(*WRITE_PAGES):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def rename_editors(school: SchoolPage) -> None:
    """After a school was renamed. A name that the office gave the group by hand is replaced as well."""
    editors = SchoolEditors.objects.select_related("group", "collection").get(school=school)
    name = _free_name(school, besides=editors.group)
    if editors.group.name != name:
        editors.group.name = name
        editors.group.save(update_fields=["name"])
    if editors.collection is not None and editors.collection.name != school.title:
        editors.collection.name = school.title
        editors.collection.save(update_fields=["name"])


def _free_name(school: SchoolPage, besides: Group | None = None) -> str:
    name = f"Editors of {school.title[:LONGEST_TITLE]}"
    namesake = Group.objects.filter(name=name).first()
    return name if namesake in (None, besides) else f"{name} ({school.pk})"


def _permissions(*rights: Right) -> list[Permission]:
    found = [Permission.objects.filter(content_type__app_label=app, codename=name).first() for app, name in rights]
    return [permission for permission in found if permission is not None]


def _grant(group: Group, *rights: Right) -> None:
    group.permissions.add(*_permissions(*rights))


def _collection(name: str) -> Collection:
    return Collection.objects.filter(name=name, depth=2).first() or _new_collection(name)


def _new_collection(name: str) -> Collection:
    return Collection.get_first_root_node().add_child(name=name)


def _open_collection(group: Group, collection: Collection) -> None:
    for permission in _permissions(*FILL_COLLECTION):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
