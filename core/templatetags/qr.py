import segno
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def qr(text: str) -> SafeString:
    """A code to scan, as inline SVG without inline styles, for the printed page."""
    if not text:
        return mark_safe("")
    drawn = segno.make(text, error="m").svg_inline(omitsize=True, svgclass=None, lineclass=None, border=2)
    return mark_safe(drawn)
