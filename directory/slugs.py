"""Addresses for many new rows at once: one query per model and language instead of one per row."""

from django.utils.text import slugify

from core.models import WordsMixin

LONGEST = 140  # Leaves room for a number behind it.


class Slugs:
    """The free addresses of one kind of record in one language."""

    def __init__(self, model: type[WordsMixin], locale_id: int):
        rows = model._default_manager.filter(locale_id=locale_id)
        self._taken = {*rows.values_list("slug", flat=True), *model.reserved_slugs()}
        self._next: dict[str, int] = {}

    def take(self, text: str, *, otherwise: str) -> str:
        """An address made from a text, never given before; from `otherwise` when the text has no letters."""
        wanted = slugify(text)[:LONGEST].strip("-_") or slugify(otherwise)[:8]
        slug, number = wanted, self._next.get(wanted, 2)
        while slug in self._taken:
            slug, number = f"{wanted}-{number}", number + 1
        self._next[wanted] = number
        self._taken.add(slug)
        return slug
