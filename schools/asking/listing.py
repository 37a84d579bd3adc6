"""The list of help that is put together while somebody talks with a family."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override

from schools.asking.models import HelpRequest, ListItem, ResourceList
from search.models import SearchText

MOST_ITEMS = 20

Key = tuple[str, UUID]


@transaction.atomic
def add_to_list(request: HelpRequest, keys: Iterable[Key]) -> ResourceList:
    """What search knows under these keys; what is on the list already stays as it is."""
    HelpRequest.objects.select_for_update().get(pk=request.pk)  # Two who tick at once make one list.
    resources, _made = ResourceList.objects.get_or_create(request=request)
    last = resources.items.aggregate(last=Max("order"))["last"] or 0
    for number, (kind, object_id) in enumerate(keys, start=1):
        words = _words_of(kind, object_id)
        if words and resources.items.count() < MOST_ITEMS:
            defaults = {"title": words["title"], "summary": words["summary"], "order": last + number}
            resources.items.get_or_create(kind=kind, object_id=object_id, defaults=defaults)
    return resources


@transaction.atomic
def add_own(request: HelpRequest, *, title: str, address: str, note: str) -> None:
    """What the directory does not hold, in the words of whoever adds it; the same once more changes nothing."""
    resources = add_to_list(request, [])
    if resources.items.count() < MOST_ITEMS:
        last = resources.items.aggregate(last=Max("order"))["last"] or 0
        words = {request.page_language: title}
        resources.items.get_or_create(title=words, address=address, note=note, defaults={"order": last + 1})


def key_from_text(text: str) -> Key | None:
    """`service:<uuid>`, as the answer to a search names it; None for what a stranger made up."""
    kind, _colon, object_id = text.partition(":")
    try:
        return (kind, UUID(object_id)) if kind.isidentifier() else None
    except ValueError:
        return None


def _words_of(kind: str, object_id: UUID) -> dict[str, dict[str, str]]:
    texts = list(SearchText.objects.filter(document__kind=kind, document__object_id=str(object_id)).exclude(title=""))
    if not texts:
        return {}
    return {
        "title": {text.language: text.title for text in texts},
        "summary": {text.language: text.summary for text in texts if text.summary},
    }


def list_address(resources: ResourceList) -> str:
    """Absolute, in the family's language."""
    with override(resources.request.page_language):
        return settings.PUBLIC_URL + reverse("resource_list", args=[resources.secret])


def item_path(item: ListItem) -> str:
    """In the active language; leads to wherever the thing is today. Empty where it has no address."""
    if item.object_id is None:
        return item.address
    return reverse("search_go", args=[item.kind, item.object_id])
