"""The spreadsheet at the partners' desk and, for the whole directory, in the admin."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from directory.models import Organization, Service
from partners.models import Kind, Upload
from partners.rights import at_the_partners_desk, decides, listings_of, organizations_of
from partners.sheets.applying import apply, undo
from partners.sheets.checking import Line, Status, check
from partners.sheets.columns import KEY, KIND, all_paths, cells_of, heading, known
from partners.sheets.reading import rows_in
from partners.values import Values, values_of_many
from partners.wording import in_words, label_of
from schools.tables import table_file

KEPT = 20


class Place:
    """Where the sheet is used: whose listings it holds, and what its lines become."""

    def __init__(self, request: HttpRequest, *, whole: bool):
        self.request, self.whole = request, whole
        self.template = "partners/review/sheet.html" if whole else "partners/desk/sheet.html"

    def listings(self) -> Iterable[Any]:
        if self.whole:
            return [*Organization.objects.facts().order_by("name"), *Service.objects.facts().order_by("name")]
        return [row for kind in (Kind.ORGANIZATION, Kind.SERVICE) for row in listings_of(self.request.user, kind)]

    def owner(self) -> Any:
        return None if self.whole else organizations_of(self.request.user).first()

    def uploads(self) -> Any:
        return Upload.objects.filter(by=self.request.user.pk, publishes=self.whole)

    def page(self, upload: Upload | None = None) -> HttpResponse:
        lines = upload.lines if upload else []
        context = {
            "upload": upload,
            "lines": [_shown(line) for line in lines if line["status"] != Status.UNCHANGED],
            "counts": Counter(line["status"] for line in lines),
            "uploads": self.uploads().exclude(state=Upload.State.CHECKED)[:KEPT],
        }
        return render(self.request, self.template, context)

    def back(self) -> HttpResponse:
        return redirect("partners_sheet" if self.whole else "partner_sheet")


def _shown(line: dict[str, Any]) -> dict[str, Any]:
    kind = line["kind"]
    changes = [
        (label_of(kind, path), in_words(kind, path, line["base"].get(path, "")), in_words(kind, path, value))
        for path, value in line["changes"].items()
    ]
    return {**line, "changes": changes}


def _sheet(place: Place) -> HttpResponse:
    if place.request.method != "POST":
        return place.page()
    sent = place.request.FILES.get("file")
    if sent is None:
        messages.warning(place.request, _("Choose a file first."))
        return place.page()
    try:
        rows = rows_in(sent.name or "", sent.read())
    except ValidationError as wrong:
        for sentence in wrong.messages:
            messages.warning(place.request, sentence)
        return place.page()
    lines = check(rows, {str(row.pk): row for row in place.listings()})
    _check_new(place, lines)
    place.uploads().filter(state=Upload.State.CHECKED).delete()
    facts: dict[str, Any] = {"by": place.request.user, "name": (sent.name or "")[:255], "publishes": place.whole}
    upload = Upload.objects.create(**facts, lines=[line.as_json() for line in lines])
    return place.page(upload)


def _check_new(place: Place, lines: list[Line]) -> None:
    """In the whole directory a new service has no owner that a table could name."""
    for line in lines:
        if place.whole and line.status == Status.CREATE:
            line.status, line.changes = Status.REFUSED, {}
            line.errors.append(_("Add new services in the menu Directory: they need an organization."))


def _file(place: Place, form: str) -> HttpResponse:
    paths = all_paths()
    columns = [heading(path) for path in (KEY, KIND, *paths)]
    return table_file("listings", form, columns, (_row(*each, paths) for each in values_of_many(place.listings())))


def _row(listing: Any, values: Values, paths: list[str]) -> list[str]:
    kind = listing._meta.model_name
    cells = cells_of(kind, values)
    return [str(listing.pk), str(Kind(kind).label), *(cells[path] if known(path, kind) else "" for path in paths)]


def _apply(place: Place) -> HttpResponse:
    upload = get_object_or_404(place.uploads(), pk=place.request.POST.get("upload") or 0)
    try:
        done = apply(upload.pk, by=place.request.user, owner=place.owner())
    except ValidationError as refusal:
        messages.warning(place.request, " ".join(refusal.messages))
        return place.back()
    count = sum("done" in line for line in done.lines)
    if place.whole:
        said = ngettext("%(count)s listing is changed in public.", "%(count)s listings are changed in public.", count)
    else:
        said = ngettext("%(count)s line is sent to the office.", "%(count)s lines are sent to the office.", count)
    messages.success(place.request, said % {"count": count})
    return place.back()


def _undo(place: Place) -> HttpResponse:
    upload = get_object_or_404(place.uploads(), pk=place.request.POST.get("upload") or 0)
    try:
        kept = undo(upload.pk, by=place.request.user)
    except ValidationError as refusal:
        messages.warning(place.request, " ".join(refusal.messages))
        return place.back()
    if kept:
        said = _("Taken back, but for these, which somebody has changed or decided since: %(names)s.")
        messages.warning(place.request, said % {"names": ", ".join(kept)})
    else:
        messages.success(place.request, _("Taken back."))
    return place.back()


def _office(request: HttpRequest) -> Place:
    if not decides(request.user):
        raise PermissionDenied
    return Place(request, whole=True)


@at_the_partners_desk
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest) -> HttpResponse:
    return _sheet(Place(request, whole=False))


@at_the_partners_desk
@require_safe
def sheet_file(request: HttpRequest, form: str) -> HttpResponse:
    return _file(Place(request, whole=False), form)


@at_the_partners_desk
@require_POST
def apply_sheet(request: HttpRequest) -> HttpResponse:
    return _apply(Place(request, whole=False))


@at_the_partners_desk
@require_POST
def undo_sheet(request: HttpRequest) -> HttpResponse:
    return _undo(Place(request, whole=False))


@require_http_methods(["GET", "HEAD", "POST"])
def whole_sheet(request: HttpRequest) -> HttpResponse:
    return _sheet(_office(request))


@require_safe
def whole_sheet_file(request: HttpRequest, form: str) -> HttpResponse:
    return _file(_office(request), form)


@require_POST
def whole_sheet_act(request: HttpRequest, act: str) -> HttpResponse:
    acts = {"apply": _apply, "undo": _undo}
    if act not in acts:
        raise Http404
    return acts[act](_office(request))
