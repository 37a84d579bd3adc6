"""Where an issue is sent: preview, a test to oneself, how many get it, start, stop and go on."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from schools.counting import FEWEST, NamedCounts, counted_by
from schools.newsletter.models import NewsletterIssuePage, Sending, Subscription
from schools.newsletter.sending import receivers_by_language, resume, send_test, start, stop

MAY_SEND = "newsletter.add_sending"
NEWEST = 50


class NewsletterMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_SEND))


@permission_required(MAY_SEND, raise_exception=True)
def issues_list(request: HttpRequest) -> HttpResponse:
    issues = NewsletterIssuePage.objects.facts().select_related("sending", "school").order_by("-issued_on")[:NEWEST]
    context = {"issues": issues, "counts": _counts(), "fewest": FEWEST}
    return render(request, "schools/newsletter/admin/list.html", context)


def _counts() -> list[NamedCounts]:
    """How many read it; their addresses are shown to nobody."""
    readers = Subscription.objects.exclude(confirmed_at=None)
    languages, district = dict(settings.LANGUAGES), _("The whole district")
    return [
        (_("By language"), [(str(languages.get(row.value, "")), row.count) for row in counted_by(readers, "language")]),
        (_("By school"), [(row.value or district, row.count) for row in counted_by(readers, "school__title")]),
    ]


@permission_required(MAY_SEND, raise_exception=True)
def issue_page(request: HttpRequest, pk: int) -> HttpResponse:
    issue = _issue(pk)
    counts = receivers_by_language(issue)
    rows = [(code, name, issue.written_in(code), counts[code]) for code, name in settings.LANGUAGES]
    sending = Sending.objects.filter(issue=issue).first()
    context: dict[str, Any] = {"issue": issue, "rows": rows, "sending": sending}
    if sending:
        context["served"] = sending.deliveries.count()
    return render(request, "schools/newsletter/admin/issue.html", context)


@require_POST
@permission_required(MAY_SEND, raise_exception=True)
def test_issue(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        send_test(
            _issue(pk), getattr(request.user, "email", ""), request.POST.get("language", ""), get_random_string(20)
        )
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("A test goes to your own address."))
    return redirect("newsletter_issue", pk)


@require_POST
@permission_required(MAY_SEND, raise_exception=True)
def send_issue(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        start(_issue(pk), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The issue is on its way."))
    return redirect("newsletter_issue", pk)


@require_POST
@permission_required(MAY_SEND, raise_exception=True)
def stop_issue(request: HttpRequest, pk: int) -> HttpResponse:
    sending = get_object_or_404(Sending, issue=_issue(pk))
    act = resume if request.POST.get("act") == "resume" else stop
    if not act(sending):
        messages.warning(request, _("This was changed meanwhile. Look at it once more."))
    return redirect("newsletter_issue", pk)


def _issue(pk: int) -> NewsletterIssuePage:
    return get_object_or_404(NewsletterIssuePage.objects.facts(), pk=pk)
