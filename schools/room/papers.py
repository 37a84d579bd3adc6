"""Documents that are for ambassadors alone: those in a collection whose privacy names their group."""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.models import CollectionViewRestriction

from schools.office import AMBASSADORS
from schools.room.entering import member


@hooks.register("before_serve_document")
def keep_out_who_has_left(document: Any, request: HttpRequest) -> None:
    """A group is left when the office remembers it; a term ends on its day. Strangers are Wagtail's to send away."""
    if request.user.is_authenticated and _is_of_the_room(document) and member(request.user) is None:
        raise Http404


def _is_of_the_room(document: Any) -> bool:
    collections = document.collection.get_ancestors(inclusive=True)
    restrictions = CollectionViewRestriction.objects.filter(collection__in=collections)
    return restrictions.filter(groups__name=AMBASSADORS).exists()
