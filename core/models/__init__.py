from core.models.district import District
from core.models.media import SiteDocument, SiteImage, SiteRendition
from core.models.pages import SitePage
from core.models.user import User
from core.models.words import ChildWordsField, WordsMixin, words_only

__all__ = [
    "ChildWordsField",
    "District",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "User",
    "WordsMixin",
    "words_only",
]
