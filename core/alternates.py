"""The same page in the other languages, for the language switch and the hreflang links."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url


@dataclass(frozen=True)
class Alternate:
    code: str
    name: str
    url: str
    absolute: str


def set_alternates(request: HttpRequest, paths: Mapping[str, str]) -> None:
    """Remember where this very page lives in each language; called by whoever serves the page."""
    request.alternate_paths = dict(paths)  # type: ignore[attr-defined]  # a request carries what its view knows


def alternates(request: HttpRequest) -> list[Alternate]:
    """One per language, the visitor's query kept; a language without this page gets its home page."""
    known = getattr(request, "alternate_paths", None)
    query = request.META.get("QUERY_STRING", "")
    found = []
    for code, name in settings.LANGUAGES:
        path = _path_in(code, request, known)
        keeps_query = bool(query) and path != f"/{code}/"
        found.append(
            Alternate(code, name, f"{path}?{query}" if keeps_query else path, request.build_absolute_uri(path))
        )
    return found


def _path_in(code: str, request: HttpRequest, known: Mapping[str, str] | None) -> str:
    if known is not None:
        return known.get(code, f"/{code}/")
    path = translate_url(request.path, code)
    # A page outside the languages' trees, the sign-in for example, has one address only.
    return path if path.startswith(f"/{code}/") else f"/{code}/"
