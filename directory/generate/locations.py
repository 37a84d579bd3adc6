from uuid import UUID

from directory.generate.organizations import Owner
from directory.generate.phrases import Slots, alike
from directory.generate.rows import add_hours, add_languages, add_phone
from directory.generate.stock import Stock
from directory.generate.texts import Texts
from directory.models import Accessibility, Address, Location


def make_location(stock: Stock, owner: Owner) -> UUID:
    key, texts = stock.chance.uuid(), Texts()
    slots = stock.phrases.around({"town": alike(owner.town.name)})
    texts.own("name", stock.phrases.say("location_names", slots))
    texts.own("description", stock.phrases.say("location_texts", slots))
    texts.own("transportation", stock.phrases.text("transportation", slots, 2))
    _add_rows(stock, texts, key, owner, slots)
    stock.add_listing(
        Location,
        key,
        texts,
        organization_id=owner.organization_id,
        latitude=stock.chance.near(owner.town.latitude, 0.04),
        longitude=stock.chance.near(owner.town.longitude, 0.04),
        address_private=stock.chance.happens(0.02),
    )
    return key


def _add_rows(stock: Stock, texts: Texts, location_id: UUID, owner: Owner, slots: Slots) -> None:
    stock.add(
        Address,
        location_id=location_id,
        address_1=f"{stock.chance.number(1, 2400)} {slots['en']['street']} Street",
        city=owner.town.name,
        state_province=owner.town.state,
        postal_code=owner.town.zip,
    )
    for what in stock.chance.some(stock.phrases.all("accessibility"), stock.chance.number(0, 2)):
        key = stock.chance.uuid()
        stock.add(Accessibility, id=key, location_id=location_id, description=texts.of_child(key, "description", what))
    if stock.chance.happens(0.3):
        add_phone(stock, texts, owner.town, slots, location_id=location_id)
    if stock.chance.happens(0.4):
        add_hours(stock, texts, location_id=location_id)
    if stock.chance.happens(0.3):
        add_languages(stock, texts, location_id=location_id)
