"""What an engine answers from. All of it is derived: `manage.py search rebuild` makes it anew at any time.

The analysed words stand in a table of the database's own kind, `search_words`; see `search.words_table`.
"""

from django.db import models

from search.log.models import QueryLog, SearchGap
from search.thesaurus.models import Concept, ConceptWords, PromotedAnswer, PromotedAnswerWords, Stamp

__all__ = [
    "Concept",
    "ConceptWords",
    "PromotedAnswer",
    "PromotedAnswerWords",
    "QueryLog",
    "SearchGap",
    "Stamp",
]


class SearchDocument(models.Model):
    """Kept narrow: a search walks over many of these rows and reads the texts of one page only."""

    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    version = models.BigIntegerField()
    updated = models.DateTimeField(db_index=True)
    checksum = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_document_once")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.object_id}"


class SearchText(models.Model):
    """The words as people read them, for titles, highlights and the alphabet."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="texts", db_index=False)
    language = models.CharField(max_length=12)
    # Folded, so that every database sorts it alike.
    sort_title = models.CharField(max_length=100)
    title = models.TextField()
    keywords = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "language"], name="search_text_once")]
        indexes = [models.Index(fields=["language", "document", "sort_title"], name="search_text_alphabet")]

    def __str__(self) -> str:
        return self.title


class SearchFacet(models.Model):
    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="facets", db_index=False)
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "name", "value"], name="search_facet_once")]
        indexes = [models.Index(fields=["name", "value", "document"], name="search_facet_value")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class SearchBitmap(models.Model):
    """The documents with one facet value, as `search.bitmaps` keeps them."""

    name = models.CharField(max_length=40)
    value = models.CharField(max_length=120)
    members = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "value"], name="search_bitmap_once")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class SearchPlace(models.Model):
    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="places")
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["latitude", "longitude"], name="search_place_box")]

    def __str__(self) -> str:
        return f"{self.latitude},{self.longitude}"


class SearchOpening(models.Model):
    """Minutes since 1970 UTC, half-open, never longer than a day: an index finds what is open by its opening alone."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="opening")
    opens = models.IntegerField()
    closes = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["opens", "closes", "document"], name="search_opening_minute")]

    def __str__(self) -> str:
        return f"{self.opens}–{self.closes}"


class SearchVocabulary(models.Model):
    """Every word of the public texts, for spelling and for words not yet typed to the end."""

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=64)
    spelling = models.CharField(max_length=80)
    documents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="search_word_once")]
        indexes = [models.Index(fields=["word", "language", "documents"], name="search_word_known")]

    def __str__(self) -> str:
        return self.spelling


class SearchUnsent(models.Model):
    """A document of which Elasticsearch has to be told, changed or gone; several rows for one do no harm."""

    document_id = models.BigIntegerField()
    since = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return str(self.document_id)


class SearchRefresh(models.Model):
    """A day on which the whole index was compared and mended, and how much was wrong."""

    day = models.DateField(unique=True)
    changed = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day}: {self.changed}"
