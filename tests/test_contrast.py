"""What the tokens promise: every text can be read, every shape be seen, on light and on dark ground."""

import re
from pathlib import Path

import pytest

from core.colours import DEFAULTS, INK, ON_MARKER, contrast

TOKENS = (Path(__file__).resolve().parents[1] / "home/static/home/css/tokens.css").read_text()
DOC = (Path(__file__).resolve().parents[1] / "docs/design-tokens.md").read_text()
HEX = r"#[0-9a-f]{6}"
TEXT, SHAPE = 7.0, 3.0

TEXTS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "tint"),
    ("ink", "danger-tint"),
    ("muted", "paper"),
    ("muted", "surface"),
    ("primary", "paper"),
    ("primary", "surface"),
    ("primary", "tint"),
    ("on-primary", "primary"),
    ("on-marker", "marker"),
    ("danger", "paper"),
    ("danger", "surface"),
    ("danger", "danger-tint"),
    ("on-danger", "danger"),
    ("paper", "ink"),
]
SHAPES = [
    ("edge", "paper"),
    ("edge", "surface"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("marker", "primary"),
]
# On the awning the day's colours hold by night too, so the marker's ring on it is measured by day only.
DAY_ONLY = {("marker", "primary")}


def plain() -> dict[str, str]:
    """What a browser without light-dark() sees."""
    return dict(re.findall(rf"^    --([\w-]+): ({HEX});", TOKENS, re.MULTILINE))


def pairs() -> dict[str, tuple[str, str]]:
    found = re.findall(rf"--([\w-]+): light-dark\(({HEX}), ({HEX})\);", TOKENS)
    both = {name: (light, dark) for name, light, dark in found}
    return {name: (colour, colour) for name, colour in plain().items() if name not in both} | both


def grounds(pair: tuple[str, str]) -> list[int]:
    return [0] if pair in DAY_ONLY else [0, 1]


MEASURED = [(*pair, ground, TEXT) for pair in TEXTS for ground in grounds(pair)] + [
    (*pair, ground, SHAPE) for pair in SHAPES for ground in grounds(pair)
]


@pytest.mark.parametrize(("front", "back", "ground", "least"), MEASURED)
def test_a_pair_can_be_told_apart(front: str, back: str, ground: int, least: float) -> None:
    tokens = pairs()

    assert contrast(tokens[front][ground], tokens[back][ground]) >= least


def test_the_document_states_the_measured_ratios() -> None:
    tokens = pairs()

    for front, back in TEXTS + SHAPES:
        ratios = [f"{contrast(tokens[front][g], tokens[back][g]):.1f}" for g in grounds((front, back))]
        row = f"| `{front}` on `{back}` | " + " | ".join(ratios if len(ratios) == 2 else [*ratios, "as by day"]) + " |"
        assert row in DOC


def test_old_browsers_see_the_light_ground() -> None:
    assert {name: pairs()[name][0] for name in plain()} == plain()


def test_the_settings_measure_a_districts_colours_against_these() -> None:
    tokens = pairs()

    assert {name: tokens[name] for name in DEFAULTS} == DEFAULTS
    assert (tokens["ink"], tokens["on-marker"][0]) == (INK, ON_MARKER)
