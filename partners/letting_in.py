"""A claim that the office believes makes an account and a membership; the office ends both."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from core.models import User
from partners.emails import tell_of_claim
from partners.models import Claim, Membership, Outcome


@transaction.atomic
def accept_claim(claim: Claim, *, by: Any) -> bool:
    """False where somebody has decided already. The account has no password: a code by mail opens it."""
    if not claim.settle(Outcome.SETTLED, by=by):
        return False
    account = User.objects.filter(email__iexact=claim.email).first() or _made(claim)
    Membership.objects.get_or_create(account=account, organization=claim.organization, ended_at=None)
    tell_of_claim(claim)
    return True


@transaction.atomic
def decline_claim(claim: Claim, reason: str, *, by: Any) -> bool:
    done = claim.settle(Outcome.DECLINED, by=by, reason=reason)
    if done:
        tell_of_claim(claim)
    return done


@transaction.atomic
def end_membership(membership: Membership) -> None:
    """The door is closed at once, and whoever is signed in with this account is signed out everywhere."""
    membership.ended_at = timezone.now()
    membership.save(update_fields=["ended_at"])
    end_sessions(membership.account)


def end_sessions(account: Any) -> None:
    """Django forgets every session of an account whose password changes; a new unusable one is a change, too."""
    if not account.has_usable_password():
        account.set_unusable_password()
        account.save(update_fields=["password"])


def _made(claim: Claim) -> User:
    first, _space, last = claim.name.partition(" ")
    account = User(username=claim.email.lower()[:150], email=claim.email, first_name=first[:150], last_name=last[:150])
    account.set_unusable_password()
    account.save()
    UserProfile.objects.update_or_create(user=account, defaults={"preferred_language": claim.language})
    return account
