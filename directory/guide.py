"""The guide for editors, shown inside the admin."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

DOCS = Path(__file__).resolve().parents[1] / "docs"


def guide_text(language: str) -> str:
    """The guide in a language, or in English; its title stands in the page's own header."""
    translated = DOCS / f"editors.{language}.md"
    text = (translated if translated.exists() else DOCS / "editors.md").read_text()
    return text.partition("\n")[2]


def guide(request: HttpRequest) -> HttpResponse:
    text = guide_text((get_language() or "en").split("-")[0])
    html = mark_safe(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))  # our own file
    return render(request, "directory/admin/guide.html", {"guide": html})
