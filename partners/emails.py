"""What partners are told by mail: only people the office has let in, and who claimed something, once."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.locales import source_language
from core.mail import post
from partners.due import Due
from partners.models import Asked, Claim, Outcome, Proposal, Report
from partners.rights import people_of

ROUND = "partners.round"


def language_of(account: Any) -> str:
    """As they set it in their profile, else the district's own."""
    profile = getattr(account, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or source_language()


def tell_of_report(report: Report) -> None:
    """Once a day about one listing; not who sent it, nor their words before somebody has read them."""
    for member in people_of(report.organization_id):
        language = language_of(member.account)
        with override(language):
            context = {"report": report, "problem": report.get_problem_display(), "link": desk_address(language)}
        if member.account.email:
            key = f"report:{report.listing_id}:{timezone.localdate()}:{member.pk}"
            post("partner_report", member.account.email, language, key, context)


def tell_of_claim(claim: Claim) -> None:
    """The one letter that an address typed in by somebody ever gets."""
    folder = "claim_accepted" if claim.state == Outcome.SETTLED else "claim_declined"
    context = {"claim": claim, "name": str(claim.organization), "link": desk_address(claim.language)}
    post(folder, claim.email, claim.language, f"claim:{claim.pk}", context)


def tell_of_decision(proposal: Proposal, lines: list[tuple[str, str, str]]) -> None:
    """`lines` are what it is, what was decided, and why; in the language of whoever sent it."""
    if proposal.by is None or not proposal.by.email:
        return
    link = desk_address(proposal.language)
    context = {"proposal": proposal, "lines": lines, "link": link}
    post("proposal_decided", proposal.by.email, proposal.language, f"proposal:{proposal.pk}", context)


def ask_whether_true(due: Due, round_: Asked) -> bool:
    """The letter of this round that is due now, to everybody it may reach; False where nobody can be.

    The first goes to the people of the partner; from the second on also to the addresses the organization itself
    has published, for the person who answered last year may be gone.
    """
    addresses = {member.account.email: language_of(member.account) for member in people_of(due.organization)}
    addresses.pop("", None)
    if round_.letters > 1 or not addresses:
        contacts = due.organization.contacts.exclude(email="").values_list("email", flat=True)
        for email in filter(None, (due.organization.email, *contacts)):
            addresses.setdefault(email, source_language())
    for email, language in addresses.items():
        link = page_of_round(round_, email, language)
        context = {"name": str(due.organization), "listings": due.listings, "link": link, "number": round_.letters}
        post("listings_due", email, language, f"due:{round_.pk}:{round_.letters}:{email}"[:200], context)
    return bool(addresses)


def page_of_round(round_: Asked, email: str, language: str) -> str:
    signed = signing.dumps([round_.pk, email], salt=ROUND)
    with override(language):
        return settings.PUBLIC_URL + reverse("partner_still_true", args=[signed])


def desk_address(language: str) -> str:
    with override(language):
        return settings.PUBLIC_URL + reverse("partner_desk")
