"""What was asked, as staff may see it: over all days kept, and only what several people asked."""

from typing import Any

from django.db.models import Exists, F, Max, OuterRef, QuerySet, Sum

from search.log.models import QueryLog, SearchGap

Questions = QuerySet[Any, Any]  # Of dictionaries, one per text and language.
SEEN_BY_STAFF = 3  # Asked fewer times, a question may still point to somebody.


def asked_questions() -> Questions:
    """Per text and language: `times`, `without` results, `found` at most, `clicks`, and whether it `is_gap`."""
    gaps = SearchGap.objects.filter(text=OuterRef("text"), language=OuterRef("language"))
    return (
        QueryLog.objects.exclude(text="")
        .values("text", "language")
        .annotate(
            words=Max("spelling"),
            times=Sum("asked"),
            without=Sum("nothing"),
            found=Max("results"),
            clicks=Sum("opened"),
            is_gap=Exists(gaps),
        )
        .filter(times__gte=SEEN_BY_STAFF)
        .order_by("-times", "text")
    )


def found_nothing(questions: Questions) -> Questions:
    """Mostly: half the time or more."""
    return questions.annotate(double=F("without") * 2).filter(double__gte=F("times"))


def seldom_opened(questions: Questions) -> Questions:
    """Results were there, yet nine times in ten nobody opened one."""
    return questions.filter(found__gt=0).annotate(tenfold=F("clicks") * 10).filter(tenfold__lt=F("times"))
