"""Whatever staff, partners and moderators do in whatever order: nothing unapproved is public, nothing is lost."""

import os
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.models import User
from directory.models import Metadata, Service
from directory.office import MODERATORS
from partners.applying import publish_changes
from partners.deciding import MovedOnError, Verdict, decide, standing
from partners.models import Proposal, State
from partners.proposing import Sender, send
from partners.values import values_of
from tests.whole_listings import a_need, a_service, an_organization

pytestmark = pytest.mark.django_db

# Each act publishes; more of them by hand: PROPOSAL_EXAMPLES=200 pytest tests/partners/test_any_sequence…
EXAMPLES = int(os.environ.get("PROPOSAL_EXAMPLES", "12"))
PATHS = ("summary", "summary@es", "email", "description")
TEXTS = dict.fromkeys(PATHS, ("one", "two", "three")) | {"email": ("a@mesa.org", "b@mesa.org", "c@mesa.org")}
CHANGES = st.fixed_dictionaries({}, optional={path: st.sampled_from(TEXTS[path]) for path in PATHS}).filter(bool)
# Somebody of the office edits; a partner sends what they made of a version they opened a while ago; a moderator
# decides about one that waits, having looked at it a while ago, too.
ACTS = st.lists(
    st.tuples(st.just("edit"), CHANGES)
    | st.tuples(st.just("propose"), CHANGES, st.integers(0, 3))
    | st.tuples(st.just("decide"), st.booleans(), st.booleans(), st.integers(0, 3)),
    max_size=7,
)


class Undone(Exception):
    """Takes an example back."""


@pytest.fixture
def people(db: None) -> dict[str, User]:
    found = {name: User.objects.create(username=name) for name in ("marta", "olga", "moses")}
    for name in ("olga", "moses"):
        found[name].groups.add(Group.objects.get(name=MODERATORS))
    return found


@pytest.fixture
def pantry(spanish: object) -> Service:
    return a_service(an_organization("Mesa"), "Pantry", [a_need("Food")])


def public(pantry: Service) -> dict[str, Any]:
    return values_of(Service.objects.get(pk=pantry.pk))


class World:
    """What is to be public, by the acts alone, beside what is."""

    def __init__(self, pantry: Service, people: dict[str, User]):
        self.pantry, self.people = pantry, people
        self.versions = [public(pantry)]
        self.sent: dict[int, dict[str, str]] = {}

    @property
    def now(self) -> dict[str, Any]:
        return self.versions[-1]

    def ago(self, steps: int) -> dict[str, Any]:
        return self.versions[max(0, len(self.versions) - 1 - steps)]

    def edit(self, changes: dict[str, str]) -> None:
        row, olga = Service.objects.get(pk=self.pantry.pk), self.people["olga"]
        publish_changes(row, changes, by=olga, approved_by=olga, note={})
        self.versions.append({**self.now, **changes})

    def propose(self, changes: dict[str, str], steps: int) -> None:
        base = self.ago(steps)
        wanted = {path: value for path, value in changes.items() if base.get(path, "") != value}
        if wanted:
            proposal = send(self.pantry, wanted, base, Sender(by=None, language="es"))
            self.sent[proposal.pk] = wanted

    def decide(self, accepts: bool, changes_it: bool, steps: int) -> None:
        proposal = Proposal.objects.filter(state=State.WAITING).order_by("pk").first()
        if proposal is None:
            return
        looked_at, value = self.ago(steps), {"value": "d@mesa.org"} if changes_it else {}
        verdicts = {
            each.path: Verdict(
                accept=accepts,
                seen=looked_at.get(each.path, ""),
                reason="No.",
                **(value if each.path == "email" else {}),
            )
            for each in standing(proposal)
        }
        wanted = {
            path: verdict.value if changes_it and path == "email" else self.sent[proposal.pk][path]
            for path, verdict in verdicts.items()
        }
        moved = [path for path in wanted if looked_at.get(path, "") != self.now.get(path, "")]
        if accepts and moved:
            with pytest.raises(MovedOnError) as refused:
                decide(proposal.pk, verdicts, by=self.people["moses"])
            assert sorted(refused.value.paths) == sorted(moved)
            return
        decide(proposal.pk, verdicts, by=self.people["moses"])
        self.versions.append({**self.now, **wanted} if accepts else self.now)

    def holds(self) -> None:
        assert public(self.pantry) == self.now
        for key, wanted in self.sent.items():
            assert Proposal.objects.get(pk=key).changed == wanted


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_any_sequence_of_acts(pantry: Service, people: dict[str, User], acts: list[Any]) -> None:
    try:
        with transaction.atomic():
            world = World(pantry, people)
            for name, *values in acts:
                before, lines = world.now, Metadata.objects.count()
                getattr(world, name)(*values)
                world.holds()
                assert (Metadata.objects.count() > lines) == (world.now != before)
            raise Undone
    except Undone:
        pass


def test_a_proposal_without_a_change_is_none(pantry: Service, people: dict[str, User]) -> None:
    with pytest.raises(ValidationError):
        send(pantry, {}, public(pantry), Sender(by=None, language="en"))
