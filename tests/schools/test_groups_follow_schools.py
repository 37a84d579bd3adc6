"""The group of a school's editors follows the school; an editor is transferred by changing groups."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Collection, GroupPagePermission

from core.models import User
from directory.office import ensure_groups_and_workflow
from home.tree import Rooms
from schools.models import SchoolPage
from tests.the_schools import in_spanish, make_school

pytestmark = pytest.mark.django_db


def test_a_new_school_has_editors_in_every_language_it_is_written_in(rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, "Cielo Claro")
    spanish = in_spanish(school, rooms, "Escuela Cielo Claro")

    group = Group.objects.get(name="Editors of Cielo Claro")
    rights = set(GroupPagePermission.objects.filter(group=group).values_list("page", "permission__codename"))
    assert rights == {(page.pk, right) for page in (school, spanish) for right in ("add_page", "change_page")}
    assert Collection.objects.get(name="Cielo Claro") == school.editors.collection


def test_a_renamed_school_renames_its_group_and_a_namesake_gets_a_number(rooms: dict[str, Rooms]) -> None:
    first, second = make_school(rooms, "Cielo Claro"), make_school(rooms, "Los Gorriones")
    second.title = "Cielo Claro"

    second.save_revision().publish()

    second.editors.refresh_from_db()
    assert second.editors.group.name == f"Editors of Cielo Claro ({second.pk})"
    assert first.editors.group.name == "Editors of Cielo Claro"
    assert second.editors.collection.name == "Cielo Claro"


def test_a_moved_school_keeps_its_editors(rooms: dict[str, Rooms]) -> None:
    first, second = make_school(rooms, "Cielo Claro"), make_school(rooms, "Los Gorriones")
    editor = User.objects.create_user("iris", "iris@example.org")
    editor.groups.add(second.editors.group)

    second.move(first, pos="left")

    assert SchoolPage.objects.get(pk=second.pk).permissions_for_user(editor).can_edit()
    assert not SchoolPage.objects.get(pk=first.pk).permissions_for_user(editor).can_edit()


def test_a_deleted_school_takes_its_group_along_and_leaves_pictures_alone(rooms: dict[str, Rooms]) -> None:
    school, other = make_school(rooms, "Cielo Claro"), make_school(rooms, "Los Gorriones")

    school.delete()

    assert not Group.objects.filter(name="Editors of Cielo Claro").exists()
    assert not Collection.objects.filter(name="Cielo Claro").exists()
    assert Group.objects.filter(pk=other.editors.group_id).exists()


def test_setting_up_twice_changes_nothing_and_returns_what_was_lost(rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, "Cielo Claro")
    school.editors.group.delete()

    ensure_groups_and_workflow()
    before = set(Group.objects.values_list("name", flat=True)), Collection.objects.count()
    call_command("setup_office")

    assert "Editors of Cielo Claro" in before[0]
    assert (set(Group.objects.values_list("name", flat=True)), Collection.objects.count()) == before


def test_an_editor_is_transferred_by_changing_groups(rooms: dict[str, Rooms]) -> None:
    first, second = make_school(rooms, "Cielo Claro"), make_school(rooms, "Los Gorriones")
    editor = User.objects.create_user("iris", "iris@example.org")
    editor.groups.set([first.editors.group])
    assert first.permissions_for_user(editor).can_edit()

    editor.groups.set([second.editors.group])

    editor = User.objects.get(pk=editor.pk)
    assert not first.permissions_for_user(editor).can_edit()
    assert second.permissions_for_user(editor).can_edit()
