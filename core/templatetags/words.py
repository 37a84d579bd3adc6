from datetime import date

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from core.clock import day_in_words
from core.languages import Word

register = template.Library()


@register.filter
def word(value: Word | str) -> SafeString:
    """The text, marked with its language only where that differs from the page's."""
    if isinstance(value, Word) and value.lang:
        return format_html('<span lang="{}">{}</span>', value.lang, value.text)
    return conditional_escape(str(value))


@register.filter
def in_words(day: date) -> str:
    """The day as one says it; for dates so near that the year needs no saying."""
    return day_in_words(day)
