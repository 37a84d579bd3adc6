"""Files that go with a mail, as the row keeps them."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

LARGEST = 5 * 1024 * 1024  # All of them together; many mail servers refuse more than ten megabytes of encoded text.


@dataclass(frozen=True)
class Attachment:
    name: str
    type: str
    content: bytes


def kept(attachments: Iterable[Attachment]) -> list[dict[str, str]]:
    """Refuses what no mail server would take."""
    files = list(attachments)
    if sum(len(file.content) for file in files) > LARGEST:
        raise ValidationError(_("The attachments are too large to be sent by mail."))
    return [
        {
            "name": get_valid_filename(file.name),
            "type": file.type,
            "content": base64.b64encode(file.content).decode("ascii"),
        }
        for file in files
    ]


def opened(rows: Iterable[dict[str, str]]) -> list[Attachment]:
    return [Attachment(row["name"], row["type"], base64.b64decode(row["content"])) for row in rows]
