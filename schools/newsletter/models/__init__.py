from schools.newsletter.models.pages import NewsletterIndexPage, NewsletterIssuePage
from schools.newsletter.models.sendings import Delivery, Sending
from schools.newsletter.models.subscriptions import Departure, Subscription

__all__ = ["Delivery", "Departure", "NewsletterIndexPage", "NewsletterIssuePage", "Sending", "Subscription"]
