"""WebVTT: the text of captions with its times, as browsers read it."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST = 500_000
TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
CUE = re.compile(rf"^({TIME})[ \t]+-->[ \t]+({TIME})(?:[ \t].*)?$")


def check_captions(text: str) -> str:
    """The captions with plain line ends; ValidationError, with the line, where a browser would show nothing."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(text) > LONGEST:
        raise ValidationError(_("These captions are too long: at most 500,000 characters."))
    if lines[0].strip() != "WEBVTT" and not lines[0].startswith(("WEBVTT ", "WEBVTT\t")):
        raise ValidationError(_("Captions begin with a line that says WEBVTT. Save them as WebVTT (.vtt)."))
    if "\0" in text:
        raise ValidationError(_("These captions cannot be read. Save them as WebVTT (.vtt)."))
    cues = [(number, line.strip()) for number, line in enumerate(lines, 1) if "-->" in line]
    if not cues:
        raise ValidationError(_("These captions have no times. Save them as WebVTT (.vtt)."))
    for number, line in cues:
        found = CUE.match(line)
        if found is None or _seconds(found[2]) <= _seconds(found[1]):
            raise ValidationError(
                _("Line %(number)s: the times should read like 00:01.000 --> 00:04.000."), params={"number": number}
            )
    return "\n".join(lines).strip() + "\n"


def _seconds(time: str) -> float:
    parts = time.split(":")
    return sum(float(part) * 60**power for power, part in enumerate(reversed(parts)))
