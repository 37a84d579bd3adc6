"""What an office may have written wrongly in its settings."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from schools.asking.due import day_of


@register()
def holidays_are_dates(**_kwargs: Any) -> list[CheckMessage]:
    wrong = [text for text in settings.HOLIDAYS if day_of(text) is None]
    if not wrong:
        return []
    hint = "Write HOLIDAYS as dates with commas between them: HOLIDAYS=2026-11-26,2026-11-27"
    return [Warning(f"HOLIDAYS holds something that is no date: {wrong[0]}", hint=hint, id="asking.W001")]
