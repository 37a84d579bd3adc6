"""The own organizations and services with their state, and the acts that need no form."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.clock import day_and_year_in_words
from core.languages import Word, with_words
from core.locales import source_language
from directory.confirm import confirm, take_back
from directory.models.record import AssuredBy
from directory.public.directories import addresses_in
from partners import at_once
from partners.due import true_until
from partners.models import AtOnce, Change, Kind, Link, Proposal, Report, State, Verdict
from partners.quality.links import broken_by_listing
from partners.rights import at_the_partners_desk, listing_for, listings_of, organizations_of, proposals_for

RETURNED_DAYS = 60  # So long a returned change is told of beside its listing.
Links = dict[tuple[str, UUID], tuple[Link, ...]]


@dataclass(frozen=True)
class Listed:
    """A listing as its own people see it."""

    kind: str
    pk: UUID
    name: Any
    url: str
    confirmed_on: str
    true_until: str
    asks: bool  # Its confirmation is old, or there never was one.
    broken: tuple[Link, ...]
    waiting: Proposal | None
    draft: Proposal | None
    returned: Change | None  # The last one, of the last weeks, after which nothing was sent.
    at_once: AtOnce | None
    reports: int
    is_public: bool


@dataclass(frozen=True)
class House:
    organization: Listed
    services: list[Listed]
    locations: list[Listed]

    @property
    def listings(self) -> list[Listed]:
        return [self.organization, *self.services, *self.locations]


@at_the_partners_desk
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    links = broken_by_listing()
    houses = [_house(organization, request.user, links) for organization in organizations_of(request.user)]
    asked = sum(each.asks for house in houses for each in (house.organization, *house.services))
    names = {each.pk: each.name for house in houses for each in house.listings}
    recent = proposals_for(request.user).exclude(state=State.DRAFT).select_related("by")[:20]
    sent = [(names.get(each.listing_id) or Word(each.name), each) for each in recent]
    return render(request, "partners/desk/home.html", {"houses": houses, "asked": asked, "sent": sent})


def _house(organization: Any, account: Any, links: Links) -> House:
    services = listings_of(account, Kind.SERVICE).filter(organization=organization).order_by("name")
    locations = listings_of(account, Kind.LOCATION).filter(organization=organization).order_by("name")
    return House(
        _listed(Kind.ORGANIZATION, [organization], account, links)[0],
        _listed(Kind.SERVICE, services, account, links),
        _listed(Kind.LOCATION, locations, account, links),
    )


def _listed(kind: str, rows: Any, account: Any, links: Links) -> list[Listed]:
    language = get_language() or source_language()
    found, addresses = with_words(rows, language), addresses_in(language)
    keys = [row.pk for row, _words in found]
    open_ones = Proposal.objects.filter(kind=kind, listing_id__in=keys)
    waiting = {each.listing_id: each for each in open_ones.filter(state=State.WAITING)}
    drafts = {each.listing_id: each for each in open_ones.filter(state=State.DRAFT, by=account)}
    returned = _returned(kind, keys)
    told = {each.service_id: each for each in AtOnce.objects.filter(service__in=keys, ended_at=None)}
    reports: dict[Any, int] = {}
    for key in Report.objects.waiting().filter(kind=kind, listing_id__in=keys).values_list("listing_id", flat=True):
        reports[key] = reports.get(key, 0) + 1
    return [
        Listed(
            kind=kind,
            pk=row.pk,
            name=words.name,
            url=addresses.of(row, words) if addresses and row.live and kind != Kind.LOCATION else "",
            confirmed_on=day_and_year_in_words(row.assured_date) if getattr(row, "assured_date", None) else "",
            true_until=day_and_year_in_words(until) if (until := _until(kind, row)) else "",
            asks=kind != Kind.LOCATION and (until is None or until <= timezone.localdate()),
            broken=links.get((kind, row.pk), ()),
            waiting=waiting.get(row.pk),
            draft=drafts.get(row.pk),
            returned=returned.get(row.pk) if row.pk not in waiting else None,
            at_once=told.get(row.pk),
            reports=reports.get(row.pk, 0),
            is_public=row.live,
        )
        for row, words in found
    ]


def _returned(kind: str, keys: list[Any]) -> dict[Any, Change]:
    since = timezone.now() - timedelta(days=RETURNED_DAYS)
    rows = Change.objects.filter(proposal__kind=kind, proposal__listing_id__in=keys, verdict=Verdict.RETURNED)
    recent = rows.filter(proposal__decided_at__gte=since).select_related("proposal").order_by("proposal__decided_at")
    return {each.proposal.listing_id: each for each in recent}


def _until(kind: str, row: Any) -> date | None:
    return None if kind == Kind.LOCATION else true_until(row)


@at_the_partners_desk
@require_POST
def still_correct(request: HttpRequest) -> HttpResponse:
    """Of one listing, or of all that are asked about."""
    named = {str(key) for key in request.POST.getlist("listing")}
    ours = [row for kind in (Kind.ORGANIZATION, Kind.SERVICE) for row in listings_of(request.user, kind)]
    chosen = [row for row in ours if str(row.pk) in named]
    if not chosen:
        raise Http404
    act = confirm(chosen, by=request.user, assured_by=AssuredBy.AGENCY)
    request.session["partners.confirmed"] = str(act)
    messages.success(request, _("Thank you. Families read that it was checked today."), extra_tags="confirmed")
    return redirect("partner_desk")


@at_the_partners_desk
@require_POST
def not_correct_after_all(request: HttpRequest) -> HttpResponse:
    act = request.session.pop("partners.confirmed", None)
    if act is None:
        raise Http404
    take_back(UUID(act), by=request.user)
    messages.success(request, _("Taken back."))
    return redirect("partner_desk")


class AtOnceForm(forms.Form):
    what = forms.ChoiceField(
        label=_("What shall families know?"), choices=AtOnce.What.choices, widget=forms.RadioSelect
    )
    until = forms.DateField(
        label=_("From which day is it as always again?"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("For a closure it may stay empty, if you do not know yet."),
    )


@at_the_partners_desk
@require_http_methods(["GET", "HEAD", "POST"])
def without_waiting(request: HttpRequest, pk: UUID) -> HttpResponse:
    service = listing_for(request.user, Kind.SERVICE, pk)
    form = AtOnceForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            at_once.say(service.pk, given["what"], given["until"], by=request.user)
        except ValidationError as refusal:
            form.add_error("until", refusal)
        else:
            messages.success(request, _("Families read it now. The office is told, and you can take it back any time."))
            return redirect("partner_desk")
    title = with_words([service], get_language() or source_language())[0][1].name
    context = {"listing": service, "title": title, "form": form, "told": at_once.now_said(service)}
    return render(request, "partners/desk/at_once.html", context)


@at_the_partners_desk
@require_POST
def as_always(request: HttpRequest, pk: UUID) -> HttpResponse:
    service = listing_for(request.user, Kind.SERVICE, pk)
    if at_once.end(service, by=request.user):
        messages.success(request, _("It is as always again."))
    return redirect("partner_desk")
