"""Signs that turn the words around them: nobody types them, and a text that holds one is not what it looks like.

The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9, 2.1 to 2.5). The marks of 2.6 stay:
they turn nothing, and Arabic names of places need them.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict

TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def straight(text: str) -> str:
    return text.translate(TURNING)


def all_straight(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a form was sent, to be checked as it will be stored."""
    if not isinstance(data, MultiValueDict):
        return {name: _straight_if_text(value) for name, value in data.items()}
    straightened = data.copy()
    for name, values in data.lists():
        straightened.setlist(name, [_straight_if_text(value) for value in values])
    return straightened


def _straight_if_text(value: Any) -> Any:
    return straight(value) if isinstance(value, str) else value
