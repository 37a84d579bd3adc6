"""Checks in the admin: exactly which, when and until when; whoever saves has seen it."""

from collections.abc import Callable

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from core.models import User
from directory.office import EDITORS, MODERATORS, ensure_groups_and_workflow
from events.volunteers.models import Clearance, ClearanceTier
from events.volunteers.viewsets import ClearanceViewSet
from home.tree import Rooms
from tests.the_events import somebody

ADD = "wagtailsnippets_volunteers_clearance:add"


def member(account: Callable[[str], User], name: str, group: str) -> Client:
    ensure_groups_and_workflow()
    who = account(name)
    who.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(who)
    return client


def test_a_check_is_written_down(rooms: dict[str, Rooms], account: Callable[[str], User]) -> None:
    names = {"en": "Visitor check", "es": "Revisión de visitantes"}
    tier = ClearanceTier.objects.create(name=names, level=1, steps=names, cost=names, takes=names)
    marco = member(account, "marco", MODERATORS)
    form = {"volunteer": somebody().pk, "tier": tier.pk, "done_on": "2026-11-02", "expires_on": ""}

    marco.post(reverse(ADD), form)

    assert Clearance.objects.get().checked_by.username == "marco"


def test_an_editor_may_not(rooms: dict[str, Rooms], account: Callable[[str], User]) -> None:
    assert member(account, "elena", EDITORS).get(reverse(ADD)).status_code == 302


def test_there_is_no_room_for_papers() -> None:
    fields = [panel.field_name for panel in ClearanceViewSet.edit_handler.children]

    assert fields == ["volunteer", "tier", "done_on", "expires_on"]
