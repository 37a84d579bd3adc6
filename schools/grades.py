"""Grades as numbers: transitional kindergarten is -1, kindergarten 0, then 1 to 12."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

TK, K, LAST = -1, 0, 12
PRESCHOOL = -2

GRADES = [
    (PRESCHOOL, _("preschool")),
    (TK, _("transitional kindergarten")),
    (K, _("kindergarten")),
    *((grade, str(grade)) for grade in range(1, LAST + 1)),
]


def grade_in_words(grade: int) -> str:
    return str(dict(GRADES)[grade])


def grades_in_words(lowest: int | None, highest: int | None) -> str:
    """For example "kindergarten to grade 6"; empty when the school has not said."""
    if lowest is None or highest is None:
        return ""
    if lowest == highest:
        return gettext("Grade %(grade)s") % {"grade": grade_in_words(lowest)} if lowest > K else grade_in_words(lowest)
    values = {"lowest": grade_in_words(lowest), "highest": grade_in_words(highest)}
    if lowest > K:
        return gettext("Grades %(lowest)s to %(highest)s") % values
    if highest > K:
        return gettext("From %(lowest)s to grade %(highest)s") % values
    return gettext("From %(lowest)s to %(highest)s") % values


def grade_from_text(text: str) -> int | None:
    """A grade of a query string; None for anything else."""
    known = {str(grade): grade for grade, _name in GRADES}
    return known.get(text)
