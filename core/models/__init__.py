from core.models.district import District
from core.models.form_key import FormKey
from core.models.in_languages import InLanguagesField, said
from core.models.mail import OutgoingMail
from core.models.media import SiteDocument, SiteImage, SiteRendition
from core.models.pages import FactsPage, SitePage
from core.models.user import User
from core.models.words import ChildWordsField, WordsMixin, words_only

__all__ = [
    "ChildWordsField",
    "District",
    "FactsPage",
    "FormKey",
    "InLanguagesField",
    "OutgoingMail",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "User",
    "WordsMixin",
    "said",
    "words_only",
]
