"""What the translator's editor is told: which row a text belongs to, on which tab, and how far one may trust it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.coreutils import cautious_slugify
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views.edit_translation import TabHelper

from core.languages import facts_of
from core.models import WordsMixin
from core.translation import EARLIER_TEXT


@dataclass(frozen=True)
class RowOfFacts:
    """A child row with the relation that leads to it from the listing and a name for it."""

    row: Model
    relation: str
    name: str


def rows_of(owner: Any, relation: str = "", above: str = "") -> Iterator[RowOfFacts]:
    for name in getattr(owner, "prose_of_children", {}):
        for row in getattr(owner, name).all():
            label = f"{above} › {_name(row)}" if above else _name(row)
            yield RowOfFacts(row, relation or name, label)
            yield from rows_of(row, relation or name, label)


def _name(row: Any) -> str:
    kind = capfirst(str(row._meta.verbose_name))
    prose = {str(value) for value in row.__dict__.values() if isinstance(value, str)}
    text = str(row)
    # A row known by its prose alone would repeat the very text to translate.
    return kind if not text or (text in prose and len(text) > 40) else f"{kind}: {text}"


def with_rows_named(props_json: str, translation: Translation, row: WordsMixin) -> str:
    props = json.loads(props_json)
    facts = facts_of(row)
    tabs = TabHelper(facts)
    rows = {str(found.row.pk): found for found in rows_of(facts)}
    for segment in props["segments"]:
        path = segment["contentPath"].split(".")
        if path[0] == "child_words" and path[1] in rows:
            segment["location"] |= _location(rows[path[1]], path[2], tabs)
    props["segments"].sort(key=lambda segment: (segment["location"]["order"], segment["order"]))
    _say_states(props, translation)
    if getattr(row, "preview_modes", None):
        props["previewModes"] = [_preview_mode(translation)]
    return json.dumps(props)


def _location(found: RowOfFacts, field: str, tabs: TabHelper) -> dict[str, Any]:
    model_field: Any = found.row._meta.get_field(field)
    return {
        "tab": cautious_slugify(tabs.get_field_tab(found.relation)),
        "order": tabs.get_field_order(found.relation),
        "field": found.name,
        "blockId": str(found.row.pk),
        "subField": capfirst(str(model_field.verbose_name)),
        "fieldHelpText": str(model_field.help_text),
    }


def _say_states(props: dict[str, Any], translation: Translation) -> None:
    segments = translation.source.stringsegment_set.all()
    found = {
        (each.translation_of_id, each.context_id): each for each in segments.get_translations(translation.target_locale)
    }
    by_segment = {segment.pk: found.get((segment.string_id, segment.context_id)) for segment in segments}
    for shown in props["initialStringTranslations"]:
        text = by_segment.get(shown["segment_id"])
        if text is not None and (comment := _comment(text)):
            shown["comment"] = comment


def _comment(text: StringTranslation) -> str:
    if text.tool_name == EARLIER_TEXT:
        return gettext("Outdated: the original changed after this was written. Edit it or save it again as it is.")
    if text.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return gettext("Machine draft: families do not see it until somebody edits it or saves it again as it is.")
    return ""


def _preview_mode(translation: Translation) -> dict[str, str]:
    return {
        "mode": "",
        "label": gettext("As families will see it"),
        "url": reverse("wagtail_localize:preview_translation", args=[translation.pk]),
    }
