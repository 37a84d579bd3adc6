"""The rows of links below a text, as a template shows them; a row that leads nowhere is left out."""

from dataclasses import dataclass
from typing import Any

from schools.topics.models.links import href_of


@dataclass(frozen=True)
class Row:
    text: str
    url: str


def rows(blocks: Any) -> list[Row]:
    found = (Row(block.value["text"], href_of(block.value)) for block in blocks)
    return [row for row in found if row.url]
