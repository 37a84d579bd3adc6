"""Which words may be kept at all. In doubt none are: a count tells enough."""

import re

from search.analysis import fold, words

LONGEST = 60
MOST_WORDS = 12
LONGEST_NUMBER = 3  # 211, "section 8", "I-130"; a year, a ZIP code, a phone or case number is longer.
MOST_DIGITS = 5

_ADDRESS = re.compile(r"@|https?:|www\.|\.(?:com|org|net|edu)\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b[0-9]+ (?:[a-z]+ ){0,3}(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|ct|court|apt|apartment|unit)\b"
    r"|\b(?:calle|avenida|apartamento|apto|depto) (?:[a-z]+ ){0,3}[0-9]+\b"
)
_INTRODUCED = re.compile(
    r"\b(?:my name is|me llamo|mi nombre es|mi numero|my number|date of birth|fecha de nacimiento)\b"
)


def kept(text: str) -> str:
    """The words folded, or nothing if they might tell of a person."""
    found = [word for match in words(text) if (word := fold(match.group()))]
    folded = " ".join(found)
    if not found or len(folded) > LONGEST or len(found) > MOST_WORDS or _ADDRESS.search(text):
        return ""
    numbers = re.findall(r"[0-9]+", folded)
    if any(len(number) > LONGEST_NUMBER for number in numbers) or len("".join(numbers)) > MOST_DIGITS:
        return ""
    return "" if _STREET.search(folded) or _INTRODUCED.search(folded) else folded
