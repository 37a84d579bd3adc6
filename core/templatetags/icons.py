from functools import lru_cache

from django import template
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our own drawings; always beside a text, so it is hidden from screen readers."""
    return _drawing(name)


@lru_cache(maxsize=64)
def _drawing(name: str) -> SafeString:
    try:
        return mark_safe(get_template(f"icons/{name}.svg").render().strip())
    except TemplateDoesNotExist:
        return mark_safe("")
