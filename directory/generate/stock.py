"""What all generated listings are made from, and where their rows are gathered until they are written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from core.locales import locale_id, source_language, source_locale_id
from core.models import WordsMixin
from directory.generate.chance import Chance
from directory.generate.hours import Values, kinds_of_hours
from directory.generate.needs import Need, known_needs
from directory.generate.phrases import LANGUAGES, Phrases
from directory.generate.tables import Table
from directory.generate.texts import Texts
from directory.generate.towns import Town, towns_of
from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Organization,
    Phone,
    RequiredDocument,
    Schedule,
    ScheduleException,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from directory.slugs import Slugs

MARK = {"generated": True}
LISTINGS = (Organization, Location, Service)
# Parents before their children.
WRITTEN = (
    *LISTINGS,
    ServiceAtLocation,
    Address,
    Accessibility,
    Attribute,
    Contact,
    CostOption,
    Language,
    Phone,
    RequiredDocument,
    Schedule,
    ScheduleException,
    ServiceArea,
)


@dataclass
class Stock:
    chance: Chance
    phrases: Phrases
    needs: list[Need]
    towns: list[Town]
    hours: list[tuple[Values, ...]]
    today: date
    slugs: dict[type[Model], dict[str, Slugs]]
    tables: dict[type[Model], Table]

    def add_listing(self, model: type[WordsMixin], key: UUID, texts: Texts, **values: Any) -> None:
        """A public facts row and its translations."""
        facts = {"id": key, "locale_id": source_locale_id(), **texts.original(), **values}
        self._add_public(model, key, facts, source_language())
        for language, words in texts.translations(self.chance).items():
            row = {"id": self.chance.uuid(), "locale_id": locale_id(language), **words}
            self._add_public(model, key, row, language)

    def _add_public(self, model: type[WordsMixin], key: UUID, row: dict[str, Any], language: str) -> None:
        slug = self.slugs[model][language].take(row.get("name", ""), otherwise=str(row["id"]))
        self.tables[model].add({**row, "slug": slug, "translation_key": key})

    def add(self, model: type[Model], **values: Any) -> None:
        self.tables[model].add({"id": values.pop("id", None) or self.chance.uuid(), **values})

    def write(self) -> None:
        with transaction.atomic():
            for table in self.tables.values():
                table.write()


def stock(seed: int, today: date, state: str) -> Stock:
    chance, moment = Chance(seed), datetime.combine(today, time(), UTC)
    published = {"first_published_at": moment, "last_published_at": moment}
    return Stock(
        chance,
        Phrases(chance),
        chance.shuffled(known_needs()),
        chance.shuffled(towns_of(state)),
        kinds_of_hours(today),
        today,
        {model: {language: Slugs(model, locale_id(language)) for language in LANGUAGES} for model in LISTINGS},
        {model: Table(model, extra=MARK, **(published if model in LISTINGS else {})) for model in WRITTEN},
    )
