from typing import Any

from django import template

from core.models import WordsMixin
from directory.translation_props import with_rows_named

register = template.Library()


@register.simple_tag(takes_context=True)
def name_the_rows(context: template.Context) -> str:
    """Rewrite what the translator's editor is given, for our records; pages keep what wagtail-localize says."""
    row: Any = context["instance"]
    if isinstance(row, WordsMixin):
        context["props"] = with_rows_named(context["props"], context["translation"], row)
    return ""
