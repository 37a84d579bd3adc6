"""The guides in `docs/`, shown to whoever works here: in their language, or in English."""

import re
from collections.abc import Callable
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

DOCS = Path(__file__).resolve().parents[1] / "docs"
SHOWN = ("editors", "ambassadors", "events", "drives", "partners", "moderators")
ANOTHER_GUIDE = re.compile(rf'href="({"|".join(SHOWN)})(?:\.\w+)?\.md"')


def guide_html(name: str, language: str, address_of: Callable[[str], str]) -> tuple[str, SafeString]:
    """Its title, and the rest. `address_of` says where another guide that it names is read."""
    translated = DOCS / f"{name}.{language.split('-', maxsplit=1)[0]}.md"
    text = (translated if translated.exists() else DOCS / f"{name}.md").read_text()
    title, _line_end, rest = text.partition("\n")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(rest)
    linked = ANOTHER_GUIDE.sub(lambda found: f'href="{address_of(found[1])}"', html)
    return title.lstrip("# "), mark_safe(linked)  # our own file
