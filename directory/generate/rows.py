"""Rows that organizations, places and services have alike. `parent` names them: `service_id=…`."""

from typing import Any
from uuid import UUID

from directory.generate.hours import a_closure
from directory.generate.phrases import Slots
from directory.generate.stock import Stock
from directory.generate.texts import Texts
from directory.generate.towns import Town
from directory.models import Contact, Language, Phone, Schedule, ScheduleException

PHONE_TYPES = ["voice", "text", "voice", "fax", "textphone"]
SPOKEN = ["es", "en", "mix", "vi", "tl", "zh", "ar", "trc", "zap", "hmn", "pa", "ase"]


def add_phone(stock: Stock, texts: Texts, town: Town, slots: Slots, **parent: UUID) -> None:
    key = stock.chance.uuid()
    note = ""
    if stock.chance.happens(0.2):
        note = texts.of_child(key, "description", stock.phrases.say("phone_notes", slots))
    # 555-01xx are the numbers nobody has.
    number = f"({town.area_code}) 555-01{stock.chance.number(0, 99):02d}"
    stock.add(Phone, id=key, number=number, type=stock.chance.often_first(PHONE_TYPES), description=note, **parent)
    if stock.chance.happens(0.05):
        stock.add(Language, phone_id=key, code=stock.chance.often_first(SPOKEN))


def add_contact(stock: Stock, texts: Texts, town: Town, slots: Slots, **parent: UUID) -> None:
    key = stock.chance.uuid()
    title = texts.of_child(key, "title", stock.phrases.one("contact_titles"))
    name = f"{stock.phrases.one('first_names')['en']} {stock.phrases.one('surnames')['en']}"
    stock.add(Contact, id=key, name=name, title=title, **parent)
    if stock.chance.happens(0.3):
        add_phone(stock, texts, town, slots, contact_id=key)


def add_languages(stock: Stock, texts: Texts, **parent: UUID) -> None:
    for code in stock.chance.some(SPOKEN, stock.chance.number(1, 5)):
        key = stock.chance.uuid()
        note = ""
        if stock.chance.happens(0.1):
            note = texts.of_child(key, "note", stock.phrases.one("language_notes"))
        stock.add(Language, id=key, code=code, note=note, **parent)


def add_hours(stock: Stock, texts: Texts, **parent: UUID) -> None:
    for order, values in enumerate(stock.chance.often_first(stock.hours)):
        _schedule(stock, texts, order, **values, **parent)
    if stock.chance.happens(0.1):
        key = stock.chance.uuid()
        reason = texts.of_child(key, "reason", stock.phrases.one("reasons"))
        stock.add(ScheduleException, id=key, reason=reason, **a_closure(stock.chance, stock.today), **parent)


def _schedule(stock: Stock, texts: Texts, order: int, **values: Any) -> None:
    key = stock.chance.uuid()
    note = ""
    if stock.chance.happens(0.1):
        note = texts.of_child(key, "description", stock.phrases.one("schedule_notes"))
    stock.add(Schedule, id=key, sort_order=order, description=note, **values)
