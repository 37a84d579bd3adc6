"""The demo's events, shifts and volunteers, from `events/data/demo/`."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from events.demo.events import load_event
from events.demo.tiers import load_tiers
from events.models import EventIndexPage
from schools.models import SchoolPage

FOLDER = Path(__file__).resolve().parents[1] / "data" / "demo"


def load_events(indexes: Mapping[str, EventIndexPage], schools: Mapping[str, SchoolPage], today: date) -> None:
    """Load what is not there yet. `indexes` by language, `schools` are facts pages by their key; either may be few."""
    load_tiers(tomllib.loads((FOLDER / "tiers.toml").read_text(encoding="utf-8"))["tiers"])
    for file in sorted(FOLDER.glob("events*.toml")):
        for data in tomllib.loads(file.read_text(encoding="utf-8"))["events"]:
            load_event(data, indexes, schools, today)
