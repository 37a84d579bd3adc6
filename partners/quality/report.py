"""For the office: which facts are missing, which organizations may be there twice, which texts are hard to read."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.languages import with_words
from core.locales import source_language, target_languages
from directory.models import Service
from partners.quality.links import broken
from partners.quality.missing import LABELS, Incomplete, completeness
from partners.quality.readability import Reading, reading_of
from partners.quality.twice import pairs
from schools.tables import table_file

MOST = 100
PROSE = ("description", "eligibility_description", "application_process", "fees_description")


COLUMNS = (_("service"), _("organization"), _("what is missing"))


@dataclass(frozen=True)
class Hard:
    service: Any
    reading: Reading


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("directory.change_service"):
        raise PermissionDenied
    found = completeness()
    if form := request.GET.get("export"):
        return table_file("missing-facts", form, COLUMNS, map(_line, found.incomplete))
    wanted = request.GET.get("missing", "")
    rows = [each for each in found.incomplete if wanted in each.missing or wanted not in LABELS]
    context = {
        "found": found,
        "counts": [(name, LABELS[name], count) for name, count in found.counts.items()],
        "wanted": wanted if wanted in LABELS else "",
        "rows": rows[:MOST],
        "more": max(0, len(rows) - MOST),
        "pairs": pairs()[:MOST],
        "broken": [(each, [(listing, _edit(listing)) for listing in each.listings]) for each in broken()[:MOST]],
        "hard": hard_to_read()[:MOST],
        "service_edit": "wagtailsnippets_directory_service:edit",
        "here": reverse("partners_quality"),
    }
    return render(request, "partners/review/quality.html", context)


def _edit(listing: Any) -> str:
    return reverse(f"wagtailsnippets_directory_{listing._meta.model_name}:edit", args=[listing.pk])


def _line(each: Incomplete) -> list[str]:
    return [str(each.service), str(each.service.organization or ""), ", ".join(each.labels)]


def hard_to_read() -> list[Hard]:
    """The hardest first, in English and in Spanish each by its own measure."""
    found = []
    for language in (source_language(), *target_languages()):
        for row, words in with_words(Service.objects.public(), language):
            told = [getattr(words, name) for name in PROSE]
            text = "\n".join(word.text for word in told if not word.lang)
            reading = reading_of(text, language)
            if reading is not None and reading.is_hard:
                found.append(Hard(row, reading))
    return sorted(found, key=lambda each: each.reading.value if each.reading.language == "es" else -each.reading.value)
