"""Issues of the newsletter in the search index."""

from django.utils.translation import gettext_lazy as _

from schools.newsletter.models import NewsletterIssuePage
from schools.page_documents import PageKind, plain, register_pages
from search.document import Text


def register_documents() -> None:
    kind = PageKind((NewsletterIssuePage,), _("Newsletter"), _("Newsletters"), "mail")
    register_pages("newsletter", kind, _text)


def _text(page: NewsletterIssuePage) -> Text:
    return Text(title=page.title, summary=page.intro, body=plain(" ".join(str(block) for block in page.body)))
