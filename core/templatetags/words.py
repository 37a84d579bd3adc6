from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from core.languages import Word

register = template.Library()


@register.filter
def word(value: Word | str) -> SafeString:
    """The text, marked with its language only where that differs from the page's."""
    if isinstance(value, Word) and value.lang:
        return format_html('<span lang="{}">{}</span>', value.lang, value.text)
    return conditional_escape(str(value))
