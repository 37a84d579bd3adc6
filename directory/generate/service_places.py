"""A service where it is given, with what differs there."""

from typing import Any

from directory.generate.organizations import Owner
from directory.generate.phrases import Slots
from directory.generate.rows import add_contact, add_hours, add_phone
from directory.generate.stock import Stock
from directory.generate.texts import Texts
from directory.models import ServiceArea, ServiceAtLocation


def add_place(stock: Stock, texts: Texts, owner: Owner, slots: Slots, **values: Any) -> None:
    key, happens = stock.chance.uuid(), stock.chance.happens
    note = ""
    if happens(0.2):
        note = texts.of_child(key, "description", stock.phrases.say("place_notes", slots))
    stock.add(ServiceAtLocation, id=key, description=note, **values)
    if happens(0.3):
        add_hours(stock, texts, service_at_location_id=key)
    if happens(0.05):
        add_phone(stock, texts, owner.town, slots, service_at_location_id=key)
    if happens(0.02):
        add_contact(stock, texts, owner.town, slots, service_at_location_id=key)
    if happens(0.02):
        area = stock.chance.uuid()
        name = texts.of_child(area, "name", stock.phrases.say("areas", slots))
        stock.add(ServiceArea, id=area, service_at_location_id=key, name=name)
