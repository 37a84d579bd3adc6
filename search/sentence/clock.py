"""Times of the clock as people write them: "a las 5", "at 5:30 pm", "a las 7 de la noche", "after 5"."""

import re

# Written over folded words with a blank between them, so "5:30 p.m." reads "5 30 p m".
_CLOCK = re.compile(
    r"""
    (?: (?P<after> (?: after | past | despues \ de | pasadas ) \ (?: las? \ )? )
      | (?P<at> (?: como \ )? a \ las? \  | at \  | around \  | by \  ) )?
    (?P<hour> [01]?[0-9] | 2[0-3] ) (?: \ (?P<minute> [0-5][0-9] ) )?
    (?: \ ? (?P<half> [ap] ) \ ? m )?
    (?: \ (?: de \ la | en \ la | por \ la | in \ the | at ) \ (?P<part> manana | tarde | noche | morning | afternoon
      | evening | night ) )?
    (?= \  | $ )
    (?! \ (?: years? | yrs? | yo | old | months? | weeks? | days? | people | persons? | kids | children | percent
      | anos? | meses | mes | semanas? | dias? | personas? | ninos? | ninas? | hijos? | hijas? | veces | times
      | st | street | ave | avenue | road | rd ) \b )
    """,
    re.VERBOSE,
)
_NOON = re.compile(r"(?:(?:at|al|a|el) )?(?:noon|mediodia|medio dia)(?= |$)")
EARLY_EVENING = 16


def clock(text: str, at: int) -> tuple[int, str] | None:
    """How far the time that stands at this place reaches, and what it is: `17:30`, or `evening` for "after 5"."""
    if noon := _NOON.match(text, at):
        return noon.end(), "12:00"
    found = _CLOCK.match(text, at)
    if not found or not any(found[name] for name in ("after", "at", "half", "part")):
        return None
    hour = _hour(int(found["hour"]), found["half"], found["part"])
    if found["after"] and hour >= EARLY_EVENING:
        return found.end(), "evening"
    return found.end(), f"{hour:02}:{found['minute'] or '00'}"


def _hour(written: int, half: str | None, part: str | None) -> int:
    """Nobody asks for five in the morning without saying so."""
    if written > 12:
        return written
    hour = written % 12
    if half == "a" or part in ("manana", "morning"):
        return hour
    late = half == "p" or part is not None or hour < 7
    return hour + 12 if late else hour
