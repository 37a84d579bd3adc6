"""A listing as one flat table, so that two versions of it can be compared field by field and language by language.

A path names a value: `email`, `summary@es`, `phones/<uuid>/number`, `phones/<uuid>/languages/<uuid>/code`. That a row
is there is a value, too: `phones/<uuid>` is True. What is empty is "", whatever the database has for it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any

from django.db.models import Model, prefetch_related_objects
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

from core.languages import state_of
from core.locales import target_languages
from core.models import WordsMixin
from core.models.words import WordsState
from directory.history import NO_FACTS

Values = dict[str, Any]
Content = dict[str, Any]  # As a revision holds it.

NOT_COMPARED = NO_FACTS | {"slug"}
BATCH = 200
READ = (WordsState.REVIEWED, WordsState.OUTDATED)


def content_of(listing: Any) -> Content:
    """Of the row in memory, its child rows inside, as JSON has it."""
    return dict(json.loads(listing.to_json()))


def values_of(listing: Any) -> Values:
    """Of a facts row; the words of other languages as the public reads them."""
    facts = facts_in(type(listing), content_of(listing))
    rows = type(listing)._default_manager.filter(translation_key=listing.translation_key, live=True)
    words: Values = {}
    for row in rows.exclude(pk=listing.pk).select_related("locale"):
        words.update(_words(row, row.locale.language_code, facts))
    return facts | words


def values_of_many(listings: Iterable[Any]) -> Iterator[tuple[Any, Values]]:
    """As `values_of`, in so many queries for a batch and not for each; kinds may follow one another.

    The rows inside each listing are remembered by it: publish or save what was read anew.
    """
    for model, same in groupby(listings, key=type):
        while some := list(islice(same, BATCH)):
            prefetch_related_objects(some, *_inside(model))
            words = _words_rows(model, some)
            for listing in some:
                facts = facts_in(model, content_of(listing))
                for row in words.get(listing.translation_key, ()):
                    facts = facts | dict(_words(row, row.locale.language_code, facts))
                yield listing, facts


def _inside(model: Any, prefix: str = "") -> Iterator[str]:
    yield from (f"{prefix}{field.name}" for field in model._meta.many_to_many)
    for relation in get_all_child_relations(model):
        name = f"{prefix}{relation.get_accessor_name()}"
        yield name
        yield from _inside(relation.related_model, f"{name}__")


def _words_rows(model: Any, listings: Iterable[Any]) -> dict[Any, list[WordsMixin]]:
    found: dict[Any, list[WordsMixin]] = defaultdict(list)
    keys, own = [row.translation_key for row in listings], [row.pk for row in listings]
    rows = model._default_manager.filter(translation_key__in=keys, live=True).exclude(pk__in=own)
    for row in rows.select_related("locale"):
        found[row.translation_key].append(row)
    return found


def facts_in(model: type[Model], content: Mapping[str, Any]) -> Values:
    return dict(_flat(model, content, ""))


def value_in(values: Mapping[str, Any], path: str) -> Any:
    """Of a row, whether it is there; else its value, empty where nobody has written any."""
    return values.get(path, "")


def of_row(path: str) -> str:
    """The path of the row a value stands in; empty for the listing's own."""
    return path.rpartition("/")[0] if not is_row(path) else path


def is_row(path: str) -> bool:
    return "/" in path and path.count("/") % 2 == 1


def language_of(path: str) -> str:
    """Empty for facts and for words in the source language."""
    return path.partition("@")[2]


def words_key(path: str) -> str:
    """The name that a translation row knows a text by: `summary`, `<uuid>.description`."""
    parts = path.partition("@")[0].split("/")
    return parts[0] if len(parts) == 1 else f"{parts[-2]}.{parts[-1]}"


def blank(value: Any) -> Any:
    return "" if value in (None, [], {}) else value


def _flat(model: type[Model], data: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for field in model._meta.fields:
        if field.name in NOT_COMPARED or field.primary_key or isinstance(field, ParentalKey):
            continue
        yield f"{prefix}{field.name}", blank(data.get(field.name))
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        for row in data.get(name, []):
            yield f"{prefix}{name}/{row['pk']}", True
            yield from _flat(relation.related_model, row, f"{prefix}{name}/{row['pk']}/")


def _words(row: WordsMixin, language: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if language not in target_languages():
        return
    names = set(row.word_fields())
    for path, text in facts.items():
        if is_row(path) or not isinstance(text, str) or not text:
            continue
        key = words_key(path)
        if (key in names or key in row.child_words) and state_of(key, text, row) in READ:
            yield f"{path}@{language}", row.translated_text(key)
