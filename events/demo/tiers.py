from typing import Any

from events.volunteers.models import ClearanceTier


def load_tiers(tiers: list[dict[str, Any]]) -> None:
    """A level the office has defined already stays as it is."""
    for data in tiers:
        ClearanceTier.objects.get_or_create(level=data["level"], defaults=data)
