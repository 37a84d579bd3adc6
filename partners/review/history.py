"""Everything that was ever changed in a listing: who, when, which value, before, after, why, and who approved it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.admin.utils import quote
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from modelcluster.models import get_all_child_relations

from directory.models import Metadata
from partners.models import MODELS
from partners.wording import label_of

PER_PAGE = 100


@require_safe
def history(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    if kind not in MODELS:
        raise Http404
    if not request.user.has_perm(f"directory.change_{kind}"):
        raise PermissionDenied
    listing = get_object_or_404(MODELS[kind].objects.facts(), pk=pk)
    lines = Metadata.objects.filter(resource_id__in=keys_of(listing)).order_by("-last_action_date", "pk")
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("p"))
    edit_url = reverse(f"wagtailsnippets_directory_{kind}:edit", args=[quote(listing.pk)])
    rows = [(line, value_name(kind, line)) for line in page.object_list]
    context = {"listing": listing, "rows": rows, "page": page, "edit_url": edit_url}
    return render(request, "partners/review/history.html", context)


def value_name(kind: str, line: Metadata) -> str:
    """As the forms call it; what no field is called any more keeps the name it had."""
    try:
        if line.resource_type == kind:
            return label_of(kind, line.field_name)
        model = apps.get_model("directory", line.resource_type)
        return f"{model._meta.verbose_name}: {model._meta.get_field(line.field_name).verbose_name}"
    except (LookupError, FieldDoesNotExist):
        return f"{line.resource_type}: {line.field_name}"


def keys_of(listing: Any) -> set[str]:
    """Its own key, and those of all rows it ever had."""
    keys = {str(listing.pk)}
    for content in listing.revisions.values_list("content", flat=True):
        keys.update(_keys_in(type(listing), content))
    return keys | set(_keys_in(type(listing), listing.serializable_data()))


def _keys_in(model: Any, content: Any) -> Iterator[str]:
    for relation in get_all_child_relations(model):
        for row in content.get(relation.get_accessor_name(), []):
            yield str(row["pk"])
            yield from _keys_in(relation.related_model, row)
