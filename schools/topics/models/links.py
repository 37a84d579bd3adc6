"""Rows of links that editors put below the text of a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from core.blocks import BodyField
from schools.models.school_page import PLAIN_TEXT, QuickLinkBlock


class PaperBlock(blocks.StructBlock):
    """A paper to read or to bring."""

    text = blocks.CharBlock(label=_("name"), max_length=120)
    page = blocks.PageChooserBlock(label=_("page of this site"), required=False)
    document = DocumentChooserBlock(label=_("or a document"), required=False)
    address = blocks.URLBlock(label=_("or a web address"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Paper")


class SearchBlock(blocks.StructBlock):
    """A question to the directory, ready to press."""

    text = blocks.CharBlock(label=_("what families read"), max_length=80)
    question = blocks.CharBlock(
        label=_("what is searched for"), max_length=80, help_text=_("As a family would type it, in this language.")
    )

    class Meta:
        icon = "search"
        label = _("Search")


class GradeBandBlock(blocks.StructBlock):
    """What there is for some grades."""

    grades = blocks.CharBlock(label=_("grades"), max_length=60, help_text=_("For example: Grades 4 to 6."))
    text = blocks.RichTextBlock(label=_("text"), features=PLAIN_TEXT)

    class Meta:
        icon = "group"
        label = _("Grades")


def quick_links_field() -> BodyField:
    return BodyField([("link", QuickLinkBlock())], blank=True, verbose_name=_("quick links"))


def papers_field() -> BodyField:
    return BodyField([("paper", PaperBlock())], blank=True, verbose_name=_("papers"))


def searches_field() -> BodyField:
    return BodyField([("search", SearchBlock())], blank=True, verbose_name=_("help in the directory"))


def grade_bands_field() -> BodyField:
    return BodyField([("grades", GradeBandBlock())], blank=True, verbose_name=_("by grade"))


def href_of(link: Any) -> str:
    """Where a row leads: a live page of this site first, then a document, then an address; else nowhere."""
    page, document = link.get("page"), link.get("document")
    if page is not None and page.live:
        return page.localized.url or ""
    return document.url if document is not None else link.get("address") or ""
