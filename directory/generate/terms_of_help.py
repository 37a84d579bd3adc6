"""On what terms a generated service helps: cost, papers and area, each told in a way that agrees with the rest."""

from dataclasses import dataclass
from uuid import UUID

from directory.generate.phrases import Slots
from directory.generate.stock import Stock
from directory.generate.texts import Texts
from directory.models import CostOption, RequiredDocument, ServiceArea

COSTS = ["free", "sliding", "unknown", "fee"]
PAPERS = ["none", "some", "unknown"]
FEES = {"free": "fees", "sliding": "sliding_fees", "fee": "prices"}


@dataclass(frozen=True)
class Answers:
    cost: str
    papers: str


def answers_of(stock: Stock) -> Answers:
    return Answers(stock.chance.often_first(COSTS), stock.chance.often_first(PAPERS))


def add_terms(stock: Stock, texts: Texts, service_id: UUID, answers: Answers, slots: Slots) -> None:
    if answers.cost in FEES and stock.chance.happens(0.7):
        texts.own("fees_description", stock.phrases.say(FEES[answers.cost], slots))
    if answers.cost == "fee":
        _add_price(stock, texts, service_id)
    if answers.papers == "some":
        _add_documents(stock, texts, service_id)
    if stock.chance.happens(0.4):
        key = stock.chance.uuid()
        name = texts.of_child(key, "name", stock.phrases.say("areas", slots))
        stock.add(ServiceArea, id=key, service_id=service_id, name=name)


def _add_price(stock: Stock, texts: Texts, service_id: UUID) -> None:
    key = stock.chance.uuid()
    stock.add(
        CostOption,
        id=key,
        service_id=service_id,
        option=texts.of_child(key, "option", stock.phrases.one("cost_options")),
        amount=stock.chance.number(1, 80),
        currency="USD",
        amount_description=texts.of_child(key, "amount_description", stock.phrases.one("per")),
    )


def _add_documents(stock: Stock, texts: Texts, service_id: UUID) -> None:
    for order, document in enumerate(stock.chance.some(stock.phrases.all("documents"), stock.chance.number(1, 4))):
        key = stock.chance.uuid()
        said = texts.of_child(key, "document", document)
        stock.add(RequiredDocument, id=key, service_id=service_id, document=said, sort_order=order)
