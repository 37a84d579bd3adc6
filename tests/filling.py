"""How a family fills in a form: opens the page, writes for a while, sends."""

import re
from datetime import timedelta
from typing import Any

import time_machine
from django.test import Client

WHILE = timedelta(seconds=30)


def filled(client: Client, clock: time_machine.Traveller, page: str, values: dict[str, Any]) -> dict[str, Any]:
    html = client.get(page).content.decode()
    hidden = dict(re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', html))
    clock.shift(WHILE)
    return {**hidden, "homepage": "", **values}
