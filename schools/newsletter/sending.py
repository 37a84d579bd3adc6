"""An issue goes to everybody who asked for it, each address once, whatever happens on the way.

A batch is one transaction: what says that an address was served commits together with its mail, or not at all. A
worker that is killed leaves whole batches behind; whoever comes next, the task or the tick, goes on after them.
"""

import logging
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.mail import post
from schools.newsletter.models import Delivery, NewsletterIssuePage, Sending, Subscription
from schools.newsletter.subscribing import address_key, mail_prefix, path_of
from schools.newsletter.tasks import send_newsletter
from schools.newsletter.writing import words_of

logger = logging.getLogger(__name__)

State = Sending.State

BATCH = 50
A_STEP_TAKES_AT_MOST = 60  # Seconds; the next tick goes on.


def receivers(issue: NewsletterIssuePage) -> QuerySet[Subscription]:
    """The district's issues go to everybody, a school's to those who named it."""
    confirmed = Subscription.objects.exclude(confirmed_at=None)
    school = issue.facts.school
    return confirmed if school is None else confirmed.filter(school=school.facts)


def receivers_by_language(issue: NewsletterIssuePage) -> dict[str, int]:
    """How many addresses read which language; one with two subscriptions counts where it is served first."""
    first: dict[str, str] = {}
    for address, language in receivers(issue).order_by("pk").values_list("address", "language"):
        first.setdefault(address, language)
    return {code: list(first.values()).count(code) for code, _name in settings.LANGUAGES}


@transaction.atomic
def start(issue: NewsletterIssuePage, *, by: Any) -> Sending:
    """Raises ValidationError where it was started before, or somebody would get it in a language it is not in."""
    facts = issue.facts
    counts = receivers_by_language(facts)
    names = dict(settings.LANGUAGES)
    missing = [names[code] for code, count in counts.items() if count and facts.written_in(code) is None]
    if missing:
        raise ValidationError(_("Publish it in %(languages)s first."), params={"languages": ", ".join(missing)})
    if not any(counts.values()):
        raise ValidationError(_("Nobody has asked for it yet."))
    sending, first = Sending.objects.get_or_create(
        issue=facts, defaults={"receivers": sum(counts.values()), "started_by": by}
    )
    if not first:
        raise ValidationError(_("This issue was sent already."))
    _enqueue(sending)
    return sending


def stop(sending: Sending) -> bool:
    """What is in the post already still goes."""
    return _move(sending, State.STOPPED)


def resume(sending: Sending) -> bool:
    moved = _move(sending, State.RUNNING)
    if moved:
        _enqueue(sending)
    return moved


def go_on(pk: int, *, clock: Callable[[], float] = monotonic) -> None:
    until = clock() + A_STEP_TAKES_AT_MOST
    while _batch(pk) and clock() < until:
        pass


def go_on_with_all() -> None:
    for pk in Sending.objects.filter(state=State.RUNNING).values_list("pk", flat=True):
        go_on(pk)


def send_test(issue: NewsletterIssuePage, to: str, language: str, key: str) -> None:
    """To whoever looks at it, in one language; it counts for nobody."""
    page = issue.written_in(language)
    if page is None:
        raise ValidationError(_("Publish it in %(languages)s first."), params={"languages": language})
    post(
        "newsletter_issue",
        to,
        language,
        f"newsletter-test:{key}",
        {"issue": page, "link": page.full_url, **words_of(page)},
    )


@transaction.atomic
def _batch(pk: int) -> bool:
    """False when there is nothing more to do. The lock lets one worker at a time go on with a sending."""
    sending = Sending.objects.select_for_update().select_related("issue").get(pk=pk)
    if sending.state != State.RUNNING:
        return False
    due = _due(sending)
    for subscription in due:
        _deliver(sending, subscription)
    if not due:
        _move(sending, State.DONE)
    return bool(due)


def _due(sending: Sending) -> list[Subscription]:
    done = set(sending.deliveries.values_list("key", flat=True))
    found: dict[str, Subscription] = {}
    for subscription in receivers(sending.issue).order_by("pk").iterator():
        key = address_key(subscription.address)
        if key not in done:
            found.setdefault(key, subscription)
        if len(found) == BATCH:
            break
    return list(found.values())


def _deliver(sending: Sending, subscription: Subscription) -> None:
    language = subscription.language
    Delivery.objects.create(sending=sending, key=address_key(subscription.address), language=language)
    page = sending.issue.written_in(language) or sending.issue
    leaving = settings.PUBLIC_URL + path_of("newsletter_leave", subscription.secret, language)
    try:
        post(
            "newsletter_issue",
            subscription.address,
            language,
            f"{mail_prefix(subscription.address)}{sending.pk}",
            {"issue": page, "link": page.full_url, "leaving": leaving, **words_of(page)},
            headers={"List-Unsubscribe": f"<{leaving}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        )
    except ValidationError:
        # One address that cannot be written to must not keep the issue from all others.
        logger.warning(
            "Sending %s: subscription %s has an address that cannot be written to", sending.pk, subscription.pk
        )


def _move(sending: Sending, state: str) -> bool:
    froms = [before for before, after in Sending.MOVES.items() if state in after]
    finished = timezone.now() if state == State.DONE else None
    moving = Sending.objects.filter(Q(pk=sending.pk), state__in=froms)
    return bool(moving.update(state=state, finished_at=finished))


def _enqueue(sending: Sending) -> None:
    # Robust: where the queue is away, the tick goes on.
    transaction.on_commit(partial(send_newsletter.enqueue, sending.pk), robust=True)
