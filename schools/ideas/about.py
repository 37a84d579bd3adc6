"""What an idea or a concern is about: a school, a council, or the whole district."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from schools.choosing import SchoolOrOfficeField
from schools.councils.models import CouncilPage
from schools.models import SchoolPage

COUNCIL = "council-"  # Before the number of a council's facts page, in the form and in links to it.


class AboutField(SchoolOrOfficeField):
    """Cleans to the facts page of a school or a council, or to None for the whole district."""

    office = _("The whole district")

    def _all(self) -> list[tuple[str, Any]]:
        return [*super()._all(), *council_choices(get_language() or "")]

    def clean(self, value: Any) -> SchoolPage | CouncilPage | None:
        number = str(value or "").removeprefix(COUNCIL)
        if number == str(value or ""):
            return super().clean(value)
        council = _councils().filter(pk=number).first() if number.isdecimal() and len(number) < 10 else None
        if council is None:
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": value})
        return council


def council_choices(language: str) -> list[tuple[str, str]]:
    """Councils by name, each with its school's."""
    named = ((f"{COUNCIL}{council.pk}", _name(council, language)) for council in _councils())
    return sorted(named, key=lambda choice: choice[1].casefold())


def _name(council: CouncilPage, language: str) -> str:
    title = council.in_language(language).title
    return f"{title} · {council.school.in_language(language).title}" if council.school else title


def _councils() -> Any:
    return CouncilPage.objects.facts().live()
