"""Guides in the search index."""

from django.utils.translation import gettext_lazy as _

from home.models import ArticlePage
from schools.page_documents import PageKind, plain, register_pages
from search.document import Text

KIND = "article"


def register_articles() -> None:
    register_pages(KIND, PageKind((ArticlePage,), _("Guide"), _("Guides"), "article"), _text)


def _text(page: ArticlePage) -> Text:
    return Text(title=page.title, summary=page.intro, body=" ".join(plain(str(block)) for block in page.body))
