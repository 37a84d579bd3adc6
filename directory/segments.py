"""The words of the directory's own addresses, in the active language."""

from django.conf import settings
from django.utils.translation import override, pgettext


def organizations_segment() -> str:
    # Translators: lower-case letters a–z and hyphens only; changing it changes the address of every organization.
    return pgettext("part of a web address", "organizations")


def needs_segment() -> str:
    # Translators: lower-case letters a–z and hyphens only; changing it changes the address of every need.
    return pgettext("part of a web address", "needs")


def about_segment() -> str:
    # Translators: lower-case letters a–z and hyphens only; the address of the page "About these listings".
    return pgettext("part of a web address", "about")


def taken_by_the_directory() -> frozenset[str]:
    """No service may have one of these addresses, in any language."""
    taken = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            taken |= {organizations_segment(), needs_segment(), about_segment()}
    return frozenset(taken)
