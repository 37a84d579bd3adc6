"""A change goes public: as a revision in the name of whoever proposed it, and into drafts that somebody is writing."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Revision

from core.drafts import carry_over, draft_of
from core.languages import summary_of
from core.locales import locale_id
from core.models import WordsMixin
from core.models.words import fingerprint
from core.translation import adopt
from directory.history import UPDATE, because, keep
from directory.models import Metadata
from partners.comparing import GONE
from partners.values import Content, Values, content_of, facts_in, is_row, language_of, value_in, values_of, words_key


def publish_changes(
    listing: Any, changes: Mapping[str, Any], *, by: Any, approved_by: Any, note: dict[str, Any]
) -> None:
    """`listing` is the live facts row, locked by the caller. `note` is kept beside every line of its history.

    A draft that somebody is writing stays a draft: it takes over what it has not changed itself.
    """
    facts, words = _apart(changes)
    before = values_of(listing)
    with because(**note):
        if facts:
            _publish_facts(listing, facts, by=by, approved_by=approved_by)
        for language, texts in words.items():
            _publish_words(type(listing).objects.get(pk=listing.pk), language, texts, by=by, approved_by=approved_by)
        _remember_words(listing, before, by or approved_by)


def with_changes(content: Content, changes: Mapping[str, Any]) -> Content:
    """Facts alone. A new row stands last; what concerns a row that is not there is left out."""
    changed = deepcopy(content)
    for path, value in sorted(changes.items(), key=lambda change: change[0].count("/")):
        rows, key = _rows_and_key(changed, path)
        if rows is None:
            continue
        if not is_row(path):
            rows[key] = value
        elif value is GONE:
            rows[:] = [row for row in rows if str(row["pk"]) != key]
        else:
            _add_row(rows, key, value)
    return changed


def _publish_facts(listing: Any, facts: Values, *, by: Any, approved_by: Any) -> None:
    live = content_of(listing)
    draft = draft_of(listing)
    changed = listing.with_content_json(_storable(type(listing), with_changes(live, facts)))
    changed.save_revision(user=by or approved_by, log_action=True, clean=False).publish(user=approved_by)
    if draft is not None:
        _keep_draft(type(listing).objects.get(pk=listing.pk), draft, live, facts)


def _keep_draft(listing: Any, draft: Revision, live: Content, facts: Values) -> None:
    """What the draft says otherwise is its author's own work, and stays."""
    was, drafted = facts_in(type(listing), live), facts_in(type(listing), draft.content)
    free = {path: value for path, value in facts.items() if value_in(drafted, path) == value_in(was, path)}
    content = _storable(type(listing), with_changes(draft.content, free))
    carry_over(draft, listing.with_content_json(content))


def _publish_words(listing: WordsMixin, language: str, texts: Values, *, by: Any, approved_by: Any) -> None:
    rows = type(listing)._default_manager.filter(translation_key=listing.translation_key)
    row: Any = rows.filter(locale_id=locale_id(language)).first()
    if row is None:
        row = listing.copy_for_translation(Locale.objects.get(language_code=language))
    sources = listing.source_texts()
    for key, text in texts.items():
        if "." in key:
            row.child_words = {**row.child_words, key: text}
        else:
            setattr(row, key, text)
        row.word_states = {**row.word_states, key: {"of": fingerprint(sources.get(key, "")), "by": "person"}}
    row.words_state = summary_of(listing, row)
    row.save()
    # The translator's editor learns of it before publication asks the editor what belongs to which text.
    adopt(row)
    row.save_revision(user=by or approved_by, log_action=True, clean=False).publish(user=approved_by)


def _remember_words(listing: Any, before: Values, by: Any) -> None:
    """Publication writes the history of facts; words have their lines here."""
    after = values_of(type(listing).objects.get(pk=listing.pk))
    changed = {path for path in {**before, **after} if language_of(path) and before.get(path) != after.get(path)}
    kind = listing._meta.model_name
    lines = [
        Metadata(
            resource_type=kind,
            resource_id=listing.pk,
            last_action_type=UPDATE,
            last_action_date=timezone.now(),
            field_name=path,
            previous_value=before.get(path, ""),
            replacement_value=after.get(path, ""),
        )
        for path in sorted(changed)
        if after.get(path)
    ]
    keep(lines, by=str(by or ""))


def _apart(changes: Mapping[str, Any]) -> tuple[Values, dict[str, Values]]:
    """Facts, and words by language and key; the words inside new rows among them."""
    facts: Values = {}
    words: dict[str, Values] = {}
    for path, value in changes.items():
        if language := language_of(path):
            words.setdefault(language, {})[words_key(path)] = value
            continue
        facts[path] = value
        if isinstance(value, dict) and is_row(path):
            facts[path] = {inside: each for inside, each in value.items() if not language_of(inside)}
            for inside in value.keys() - facts[path].keys():
                words.setdefault(language_of(inside), {})[words_key(f"{path}/{inside}")] = value[inside]
    return facts, words


def _rows_and_key(content: Content, path: str) -> tuple[Any, str]:
    """Where a path ends: a row and the name in it, or the rows of a relation and a key; None where a row is missing."""
    parts = path.split("/")
    place: Any = content
    for relation, key in zip(parts[0:-1:2], parts[1:-1:2], strict=False):
        place = next((row for row in place.get(relation, []) if str(row["pk"]) == key), None)
        if place is None:
            return None, ""
    return (place.setdefault(parts[-2], []), parts[-1]) if is_row(path) else (place, parts[-1])


def _add_row(rows: list[Content], key: str, values: Mapping[str, Any]) -> None:
    if any(str(row["pk"]) == key for row in rows):
        return
    row: Content = {"pk": key, "sort_order": max((row.get("sort_order") or 0 for row in rows), default=-1) + 1}
    rows.append(row)
    row.update(with_changes(row, _rows_first(values)))


def _rows_first(values: Mapping[str, Any]) -> Values:
    """Rows inside a row stand in it by their own paths: first that they are there."""
    return {path: {} if is_row(path) else value for path, value in values.items()}


def _storable(model: Any, content: Content) -> Content:
    """Empty values as their columns have them: numbers and days None, texts "", lists []."""
    stored = dict(content)
    for field in model._meta.fields:
        if field.name in stored and stored[field.name] in ("", None):
            stored[field.name] = None if field.null else field.get_default()
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name in stored:
            stored[name] = [_storable(relation.related_model, row) for row in stored[name]]
    return stored
