"""The page of one sign-up, for whoever holds its secret: see, change, cancel, take what is offered.

Opening it changes nothing; every act is a button. No cookie takes part, so there is nothing to forge.
"""

from collections.abc import Callable

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from core.locales import source_language
from events.private import in_private
from events.signups.calendar_file import calendar_file
from events.signups.consent import agree
from events.signups.letters import ask_guardian, opened
from events.signups.models import Key, SignUp, State
from events.signups.releasing import release
from events.signups.shown import moment_in_words, shown_shift
from events.signups.waiting import accept

SHORT_LIVED = "events.signups.mine"
HALF_AN_HOUR = 1800


def short_lived(sign_up: SignUp) -> str:
    """Opens the page for half an hour; for lists that were opened with a code."""
    return signing.dumps(sign_up.pk, salt=SHORT_LIVED)


def sign_up_of(secret: str) -> SignUp:
    """Raises Http404 for what opens nothing."""
    found = opened(secret)
    if found is None:
        try:
            pk = signing.loads(secret, salt=SHORT_LIVED, max_age=HALF_AN_HOUR)
        except signing.BadSignature as wrong:
            raise Http404 from wrong
        found = SignUp.objects.whole().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@in_private("my_sign_up")
@require_http_methods(["GET", "HEAD", "POST"])
def my_sign_up(request: HttpRequest, secret: str) -> HttpResponse:
    sign_up = sign_up_of(secret)
    if request.method != "POST":
        return _page(request, sign_up)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        act(request, sign_up)
    except ValidationError as refusal:
        return _page(request, sign_up_of(secret), refusal=" ".join(refusal.messages))
    return HttpResponseRedirect(request.path)


@in_private("my_sign_up_calendar")
def my_calendar(request: HttpRequest, secret: str) -> HttpResponse:
    sign_up = sign_up_of(secret)
    response = HttpResponse(calendar_file(sign_up), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="ventanilla.ics"'
    return response


@in_private("sign_up_consent")
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, secret: str) -> HttpResponse:
    sign_up = opened(secret, Key.Opens.CONSENT)
    if sign_up is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("act") == "agree":
            agree(sign_up)
        elif request.POST.get("act") == "refuse" and sign_up.state == State.CONSENT:
            release(sign_up)
        return HttpResponseRedirect(request.path)
    language = get_language() or source_language()
    context = {"sign_up": sign_up, "shift": shown_shift(sign_up.shift_date, language)}
    return render(request, "events/signups/consent.html", context)


def _page(request: HttpRequest, sign_up: SignUp, *, refusal: str = "") -> HttpResponse:
    language, row = get_language() or source_language(), sign_up.shift_date
    tier = row.tier if sign_up.state == State.PENDING else None
    until = sign_up.offered_until
    context = {
        "sign_up": sign_up,
        "shift": shown_shift(row, language),
        "refusal": refusal,
        "until": moment_in_words(until.astimezone(row.occurrence.event.zone)) if until else "",
        "tier": tier,
        "steps": tier.steps_in(language) if tier else (),
        "place_in_line": _place_in_line(sign_up),
        "can_take": sign_up.state == State.OFFERED or (sign_up.state == State.WAITING and row.left > 0),
        "is_over": row.has_begun(),
    }
    return render(request, "events/signups/mine.html", context)


def _place_in_line(sign_up: SignUp) -> int:
    if sign_up.state != State.WAITING:
        return 0
    line = list(sign_up.shift_date.sign_ups.in_line().values_list("pk", flat=True))
    return line.index(sign_up.pk) + 1


def _cancel(_request: HttpRequest, sign_up: SignUp) -> None:
    release(sign_up)


def _accept(_request: HttpRequest, sign_up: SignUp) -> None:
    accept(sign_up.pk)


def _change(request: HttpRequest, sign_up: SignUp) -> None:
    notes = request.POST.get("notes", "").replace("\x00", "").strip()
    longest = SignUp._meta.get_field("notes").max_length or 0
    if len(notes) > longest:
        raise ValidationError(gettext("Please write at most %(most)s letters.") % {"most": longest})
    if sign_up.is_active:
        SignUp.objects.filter(pk=sign_up.pk).update(notes=notes)


def _ask_again(_request: HttpRequest, sign_up: SignUp) -> None:
    if sign_up.state == State.CONSENT:
        ask_guardian(sign_up)


ACTS: dict[str, Callable[[HttpRequest, SignUp], None]] = {
    "cancel": _cancel,
    "accept": _accept,
    "change": _change,
    "ask": _ask_again,
}
