from django.db import models
from wagtail.search import index
from wagtail.search.queryset import SearchableQuerySetMixin


class RivalQuerySet(SearchableQuerySetMixin, models.QuerySet):
    pass


class RivalListing(index.Indexed, models.Model):
    """A listing in one language as a site would give it to Wagtail: the same texts, the same weights."""

    object_id = models.CharField(max_length=64)
    language = models.CharField(max_length=12)
    title = models.TextField()
    keywords = models.TextField()
    summary = models.TextField()
    body = models.TextField()
    cost = models.CharField(max_length=40, default="")
    papers = models.CharField(max_length=40, default="")
    kind = models.CharField(max_length=40, default="")

    objects = RivalQuerySet.as_manager()

    search_fields = [
        index.SearchField("title", boost=10),
        index.SearchField("keywords", boost=6),
        index.SearchField("summary", boost=3),
        index.SearchField("body"),
        index.AutocompleteField("title"),
        index.FilterField("language"),
        index.FilterField("cost"),
        index.FilterField("papers"),
        index.FilterField("kind"),
    ]

    def __str__(self) -> str:
        return self.title
