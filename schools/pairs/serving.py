"""Files of documents and captions of videos, each at an address that stays."""

from urllib.parse import quote
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from core.uploads import DOCX, PDF
from schools.pairs.models import PairedFile, VideoVersion
from schools.pairs.privacy import may_open

# Safari and Chrome draw a PDF with a viewer of their own, which a sandbox would leave blank; the check at the door
# has seen to it that nothing in the PDF runs.
POLICIES = {PDF: "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"}
SEALED = "default-src 'none'; sandbox"


def file_url(half: PairedFile) -> str:
    return reverse("paper", args=[half.pair.key, half.language, half.name])


@require_safe
def paper(request: HttpRequest, key: UUID, language: str, name: str) -> HttpResponseBase:
    halves = PairedFile.objects.there().select_related("pair")
    half = get_object_or_404(halves, pair__key=key, language=language)
    if not may_open(request.user, half.pair):
        raise Http404
    if name != half.name:
        return redirect(file_url(half))
    return guarded(_answer(request, half), half.content_type, private=half.pair.is_private)


@require_safe
def captions(request: HttpRequest, key: UUID, language: str) -> HttpResponseBase:
    version = get_object_or_404(VideoVersion.objects.there().exclude(captions=""), pair__key=key, language=language)
    return guarded(HttpResponse(version.captions, content_type="text/vtt; charset=utf-8"), "text/vtt", private=False)


def guarded(response: HttpResponseBase, content_type: str, *, private: bool) -> HttpResponseBase:
    """Nothing that a stranger sent in is ever taken for a page of ours."""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICIES.get(content_type, SEALED)
    if private:
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex"
    else:
        patch_cache_control(response, public=True, max_age=300)
    return response


def _answer(request: HttpRequest, half: PairedFile) -> HttpResponseBase:
    etag = f'"{half.checksum}"'
    if etag in [given.removeprefix("W/") for given in parse_etags(request.headers.get("If-None-Match", ""))]:
        return HttpResponseNotModified(headers={"ETag": etag})
    try:
        response = FileResponse(half.file.open("rb"), content_type=half.content_type)
    except FileNotFoundError:
        raise Http404 from None
    disposition = content_disposition_header(half.content_type == DOCX, half.name)
    response["Content-Disposition"] = disposition or f"inline; filename*=utf-8''{quote(half.name)}"
    response["Content-Length"] = str(half.size)
    response["ETag"] = etag
    return response
