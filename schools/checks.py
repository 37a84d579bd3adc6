"""System checks of what an installation says about its schools."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from schools.calendar import date_in


@register()
def holidays_are_dates(**_kwargs: Any) -> list[CheckMessage]:
    wrong = [text for text in settings.HOLIDAYS if date_in(text) is None]
    if not wrong:
        return []
    return [
        Warning(
            f"HOLIDAYS has something that is no date: {', '.join(wrong)}. It is left out.",
            hint="Write days as 2026-11-26, separated by commas.",
            id="ventanilla.W031",
        )
    ]
