"""Needs drives in the search index."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from core.models import said
from events.drives.models import DrivePage
from schools.page_documents import PageKind, plain, register_pages
from search.document import Text


def register_documents() -> None:
    register_pages("drive", PageKind((DrivePage,), _("Needs drive"), _("Needs drives"), "goods"), _text)


def _text(page: DrivePage) -> Text:
    language = page.locale.language_code
    things = [said(item.name, language).text for item in page.facts.items.all()]
    searched = pgettext("words people search for", "drive, donate, donations, bring, help a family, pledge")
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, (searched, *things))),
        summary=page.intro,
        body=plain(page.story),
    )
