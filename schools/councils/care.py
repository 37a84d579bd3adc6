"""In whose care a council is: whoever may edit its page. Tree rights of pages hold for all that belongs to it."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from schools.councils.models import CouncilPage, MeetingPage
from schools.pairs.models import DocumentPair, VideoPair
from schools.pairs.privacy import register_private_audience
from schools.pairs.rights import register_keeper


def councils_in_care_of(user: Any) -> QuerySet[CouncilPage]:
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return CouncilPage.objects.facts().filter(pk__in=pages.order_by().values("pk"))


def meetings_in_care_of(user: Any) -> Any:
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return MeetingPage.objects.facts().filter(pk__in=pages.order_by().values("pk"))


def keeps(user: Any, pair: DocumentPair | VideoPair) -> bool:
    """Whether a page that this person edits shows the document, and no page that they do not edit."""
    if not isinstance(pair, DocumentPair):
        return False
    meetings = MeetingPage.objects.facts().filter(Q(agenda=pair) | Q(minutes=pair))
    councils = CouncilPage.objects.facts().filter(Q(bylaws=pair) | Q(said_and_done__minutes=pair)).distinct()
    own = _within(meetings_in_care_of(user), meetings), _within(councils_in_care_of(user), councils)
    return all(own) and (meetings.exists() or councils.exists())


def register_care() -> None:
    register_keeper("councils", keeps)
    register_private_audience("councils", keeps)


def _within(own: QuerySet, shown: QuerySet) -> bool:
    return not shown.exclude(pk__in=own.order_by().values("pk")).exists()
