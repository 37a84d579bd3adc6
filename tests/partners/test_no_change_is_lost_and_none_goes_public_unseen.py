"""The law of proposals: what the public reads is what somebody of the office wrote or accepted, and nothing is lost."""

import uuid
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from core.languages import words_of
from core.models import User
from directory.models import Metadata, Phone, Service
from directory.office import MODERATORS
from partners.comparing import Standing
from partners.deciding import DecidedError, MovedOnError, Verdict, decide, standing
from partners.models import Proposal, State
from partners.open_values import is_open
from partners.proposing import Sender, open_changes, send
from partners.values import values_of
from tests.whole_listings import a_need, a_service, an_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def pantry(spanish: object) -> Service:
    return a_service(an_organization("Mesa"), "Pantry", [a_need("Food")])


@pytest.fixture
def people(db: object) -> tuple[User, User]:
    marta = User.objects.create(username="marta", email="marta@example.org")
    moses = User.objects.create(username="moses", email="moses@example.org")
    moses.groups.add(Group.objects.get(name=MODERATORS))
    return marta, moses


def proposed(listing: Any, by: User | None, **wanted: Any) -> Proposal:
    base = values_of(listing)
    changes = open_changes("service", base, {**base, **{path.replace("__", "@"): v for path, v in wanted.items()}})
    return send(listing, changes, base, Sender(by=by, language="es", note="We moved"))


def all_accepted(proposal: Proposal) -> dict[str, Verdict]:
    return {each.path: Verdict(accept=True, seen=each.current) for each in standing(proposal)}


def public(listing: Any) -> dict[str, Any]:
    return values_of(type(listing).objects.get(pk=listing.pk))


def test_a_proposal_alone_changes_nothing(pantry, people):
    before = public(pantry)

    proposed(pantry, people[0], summary="Free food")

    assert public(pantry) == before


def test_what_is_accepted_goes_public_in_both_languages_in_the_proposers_name(pantry, people):
    marta, moses = people
    proposal = proposed(pantry, marta, email="new@example.org", summary="Free food", summary__es="Comida gratis")

    decide(proposal.pk, all_accepted(proposal), by=moses)

    now = Service.objects.get(pk=pantry.pk)
    assert (now.email, now.summary) == ("new@example.org", "Free food")
    assert words_of(now, "es").summary.text == "Comida gratis"
    assert now.live_revision.user == marta
    lines = {line.field_name: line for line in Metadata.objects.filter(resource_id=pantry.pk)}
    assert {"email", "summary", "summary@es"} <= lines.keys()
    assert lines["summary@es"].replacement_value == "Comida gratis"
    assert lines["email"].updated_by == str(marta)
    assert lines["email"].extra["approved_by"] == str(moses)
    assert lines["email"].extra["why"] == "We moved"


def test_english_words_alone_mark_the_spanish_outdated(pantry, people):
    proposal = proposed(pantry, people[0], summary="Free food")

    decide(proposal.pk, all_accepted(proposal), by=people[1])

    words = words_of(Service.objects.get(pk=pantry.pk), "es")
    assert words.summary.text == "Food to take home. (es)"
    assert words.outdated


def test_a_row_is_added_changed_and_taken_away(pantry, people):
    phone = Phone.objects.create(service=pantry, number="(831) 555-0111")
    gone = Phone.objects.create(service=pantry, number="(831) 555-0112")
    pantry = Service.objects.get(pk=pantry.pk)
    base = values_of(pantry)
    new = f"phones/{uuid.uuid4()}"
    wanted = {path: value for path, value in base.items() if not path.startswith(f"phones/{gone.pk}")}
    wanted |= {f"phones/{phone.pk}/number": "(831) 555-0113", new: True, f"{new}/number": "(831) 555-0114"}
    wanted |= {f"{new}/description": "Evenings", f"{new}/description@es": "Por la tarde"}
    proposal = send(pantry, open_changes("service", base, wanted), base, Sender(by=people[0], language="en"))

    decide(proposal.pk, all_accepted(proposal), by=people[1])

    numbers = {str(row.pk): row.number for row in Service.objects.get(pk=pantry.pk).phones.all()}
    assert numbers[str(phone.pk)] == "(831) 555-0113"
    assert "(831) 555-0114" in numbers.values()
    assert str(gone.pk) not in numbers
    assert public(pantry)[f"{new}/description@es"] == "Por la tarde"


def test_what_is_returned_stays_as_it_was_and_has_a_reason(pantry, people):
    proposal = proposed(pantry, people[0], email="new@example.org", url="https://example.org/")
    verdicts = all_accepted(proposal) | {"email": Verdict(accept=False)}
    with pytest.raises(ValidationError, match="Say why"):
        decide(proposal.pk, verdicts, by=people[1])

    decide(proposal.pk, verdicts | {"email": Verdict(accept=False, reason="No such box")}, by=people[1])

    now = Service.objects.get(pk=pantry.pk)
    assert (now.email, now.url) == (pantry.email, "https://example.org/")
    assert {c.path: c.reason for c in proposal.changes.all()} == {"email": "No such box", "url": ""}


def test_what_the_office_edits_goes_public_as_edited(pantry, people):
    proposal = proposed(pantry, people[0], summary="FREE FOOD!!!")

    decide(proposal.pk, {"summary": Verdict(accept=True, seen=pantry.summary, value="Free food")}, by=people[1])

    assert Service.objects.get(pk=pantry.pk).summary == "Free food"
    assert proposal.changes.get().verdict == "edited"


def test_a_newer_edit_of_the_office_is_a_conflict_and_is_not_undone(pantry, people):
    proposal = proposed(pantry, people[0], email="new@example.org", url="https://example.org/")
    seen = all_accepted(proposal)
    edited = Service.objects.get(pk=pantry.pk)
    edited.email = "office@example.org"
    edited.save_revision(user=people[1]).publish()

    with pytest.raises(MovedOnError) as moved:
        decide(proposal.pk, seen, by=people[1])

    assert moved.value.paths == ["email"]
    assert Service.objects.get(pk=pantry.pk).email == "office@example.org"
    assert {each.path: each.standing for each in standing(proposal)} == {"email": Standing.CONFLICT, "url": "clean"}


def test_a_row_that_was_taken_away_meanwhile_is_a_conflict(pantry, people):
    phone = Phone.objects.create(service=pantry, number="(831) 555-0111")
    pantry = Service.objects.get(pk=pantry.pk)
    proposal = proposed(pantry, people[0], **{f"phones/{phone.pk}/number": "(831) 555-0113"})
    phone.delete()

    (line,) = standing(proposal)

    assert (line.base, line.current, line.standing) == ("(831) 555-0111", None, Standing.CONFLICT)


def test_two_moderators_cannot_both_decide(pantry, people):
    proposal = proposed(pantry, people[0], email="new@example.org")
    verdicts = all_accepted(proposal)
    decide(proposal.pk, verdicts, by=people[1])

    with pytest.raises(DecidedError):
        decide(proposal.pk, {"email": Verdict(accept=False, reason="No")}, by=people[1])
    assert Service.objects.get(pk=pantry.pk).email == "new@example.org"


def test_a_draft_that_somebody_is_writing_stays_a_draft_and_keeps_its_words(pantry, people):
    draft = Service.objects.get(pk=pantry.pk)
    draft.summary, draft.description = "Draft of the office", "Also a draft"
    draft.save_revision(user=people[1])
    proposal = proposed(Service.objects.get(pk=pantry.pk), people[0], summary="Free food", email="new@example.org")

    decide(proposal.pk, all_accepted(proposal), by=people[1])

    now = Service.objects.get(pk=pantry.pk)
    assert (now.summary, now.email, now.has_unpublished_changes) == ("Free food", "new@example.org", True)
    kept = now.get_latest_revision_as_object()
    assert (kept.summary, kept.description) == ("Draft of the office", "Also a draft")
    assert kept.email == "new@example.org"


def test_a_later_proposal_of_the_same_person_takes_the_place_of_the_first(pantry, people):
    first = proposed(pantry, people[0], email="one@example.org")
    proposed(pantry, people[0], email="two@example.org")

    first.refresh_from_db()
    assert first.state == State.WITHDRAWN


def test_values_that_are_not_a_partners_are_not_taken(pantry, people):
    base = values_of(pantry)

    assert open_changes("service", base, {**base, "do_not_list": True, "assured_date": "2030-01-01"}) == {}
    with pytest.raises(ValidationError, match="Nothing is different"):
        send(pantry, {"do_not_list": True}, base, Sender(by=people[0], language="en"))
    assert not is_open("service", "organization")
    assert not is_open("service", f"attributes/{uuid.uuid4()}")
    assert not is_open("service", f"phones/{uuid.uuid4()}/service")
