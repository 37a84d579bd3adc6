"""Records in the sitemap, every language of each with its alternates."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from core.languages import with_words
from core.models import WordsMixin
from directory.models import Organization, Service, TaxonomyTerm
from directory.public.addresses import Addresses
from directory.public.directories import addresses_by_language


class RecordSitemap(Sitemap):
    """All public records of one kind; one entry a language, fifty thousand entries at most on a page."""

    limit = 10_000
    model: type[WordsMixin]

    def items(self) -> QuerySet:
        return self.model._default_manager.public().order_by("pk")

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        origin = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        records = list(self.paginator.page(page).object_list)
        paths = [self._paths(records, addresses) for addresses in addresses_by_language().values()]
        urls = []
        for record, *found in zip(records, *paths, strict=True):
            alternates = [{"lang_code": code, "location": origin + path} for code, path in found]
            urls += [_entry(record, alternate["location"], alternates) for alternate in alternates]
        return urls

    @staticmethod
    def _paths(records: list[WordsMixin], addresses: Addresses) -> list[tuple[str, str]]:
        pairs = with_words(records, addresses.language)
        return [(addresses.language, addresses.of(record, words)) for record, words in pairs]


def _entry(record: Any, location: str, alternates: list[dict[str, str]]) -> dict[str, Any]:
    return {"location": location, "lastmod": record.last_published_at, "alternates": alternates, "item": record}


class ServiceSitemap(RecordSitemap):
    model = Service


class OrganizationSitemap(RecordSitemap):
    model = Organization


class NeedSitemap(RecordSitemap):
    model = TaxonomyTerm
