"""Lists that the office writes as text: a phrase per line, or codes on a line."""

import re
from collections.abc import Iterable


def lines(text: str) -> tuple[str, ...]:
    """Each phrase once, in its order."""
    return tuple(dict.fromkeys(phrase for line in text.splitlines() if (phrase := " ".join(line.split()))))


def codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in re.split(r"[\s,;]+", text) if code))


def text(phrases: Iterable[str]) -> str:
    return "\n".join(phrases)
