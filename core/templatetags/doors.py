from typing import Any

from django import template

from core.accounts.doors import Door, doors_of

register = template.Library()


@register.simple_tag(takes_context=True)
def doors(context: dict[str, Any], here: str = "") -> list[Door]:
    """The rooms open to whoever reads the page, without the one it stands in."""
    request = context.get("request")
    return [door for door in doors_of(request.user) if door.view != here] if request else []
