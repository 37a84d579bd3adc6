"""Words for times and places, Spanish and English together."""

from collections.abc import Iterator

from search.opening import WEEKDAYS
from search.request import HOURS, NEAR_ME, OPEN
from search.sentence.sayings import Saying, any_of, listed

NOW = (
    "now; right now; open right now; ahora; ahora mismo; ahorita; ahorita mismo; orita; en este momento; at the moment"
)
NOT_NOW = """
    por ahora; hasta ahora; desde ahora; de ahora en adelante; ahora que; y ahora que; from now on; until now; for now;
    now what; what now; now hiring; just now; now that
"""
DAYS = {
    "today": ("today; hoy; hoy mismo; el dia de hoy", "hoy en dia; hoy dia"),
    "today-morning": ("this morning; hoy en la mañana; hoy por la mañana", ""),
    "today-afternoon": ("this afternoon; esta tarde; hoy en la tarde; hoy por la tarde", ""),
    "tonight": ("tonight; this evening; esta noche; hoy en la noche; hoy por la noche; para esta noche", ""),
    "tomorrow": (
        "tomorrow; mañana; el dia de mañana",
        """toda la mañana; la mañana; las mañanas; cada mañana;
        de la noche a la mañana""",
    ),
    "weekend": (
        """weekend; this weekend; next weekend; fin de semana; este fin de semana; el finde; finde;
        sábado y domingo; sábado o domingo; sábados y domingos; sábados o domingos;
        saturday and sunday; saturday or sunday; saturdays and sundays; sat and sun; sat sun""",
        "",
    ),
    "mon": ("monday; mondays; lunes", "cyber monday"),
    "tue": ("tuesday; tuesdays; martes", "giving tuesday; martes de carnaval"),
    "wed": ("wednesday; wednesdays; miércoles", "ash wednesday; miércoles de ceniza"),
    "thu": ("thursday; thursdays; jueves", "jueves santo"),
    "fri": ("friday; fridays; viernes", "good friday; black friday; viernes santo; friday night live"),
    "sat": ("saturday; saturdays; sábado; sábados", "sábado de gloria"),
    "sun": ("sunday; sundays; domingo; domingos", "sunday school; santo domingo; domingo de ramos; palm sunday"),
}
MONTHS = {
    "jan": ("january; jan; enero", 31),
    "feb": ("february; feb; febrero", 28),
    "mar": ("march; mar; marzo", 31),
    "apr": ("april; apr; abril", 30),
    "may": ("may; mayo", 31),
    "jun": ("june; jun; junio", 30),
    "jul": ("july; jul; julio", 31),
    "aug": ("august; aug; agosto", 31),
    "sep": ("september; sept; sep; septiembre; setiembre", 30),
    "oct": ("october; oct; octubre", 31),
    "nov": ("november; nov; noviembre", 30),
    "dec": ("december; dec; diciembre", 31),
}
# Streets, schools and feasts are named after days.
NAMED_AFTER_A_DAY = any_of("calle avenida escuela plaza parque street fiesta fiestas festival desfile parade")
# "SAT prep" is no Saturday, "Sun Street" no Sunday: short forms count only at the end.
SHORT = {"mon": "mon", "tue": "tue; tues", "wed": "weds", "thu": "thu; thur; thurs", "fri": "fri", "sat": "sat; sab"}
RANGES = listed(
    "monday through friday; monday to friday; monday friday; mon fri; lunes a viernes"
    "; lunes a sábado; monday through saturday"
)
PARTS = {
    "morning": """in the morning; in the mornings; mornings; por la mañana; en la mañana; por las mañanas;
        en las mañanas""",
    "afternoon": """in the afternoon; in the afternoons; afternoons; por la tarde; en la tarde; por las tardes;
        en las tardes""",
    "evening": """in the evening; in the evenings; evening; evenings; at night; nights; after work; after hours;
        por la noche; en la noche; por las noches; en las noches; de noche; por la tarde noche; en la tarde noche;
        tarde noche; después del trabajo; saliendo del trabajo; después de trabajar""",
    "weekend": "weekends; on weekends; fines de semana; los fines de semana; en fines de semana",
    "24h": "24 hours; 24 horas; las 24 horas; 24 hour; 24 hrs; 24 7; around the clock; día y noche; day and night",
}
NOT_PARTS = listed("24 hour fitness; morning sickness; evening primrose; turno de noche; night shift")
# What a part of the day may be called right after a day: "Saturday morning", "lunes noche". Folded.
AFTER_A_DAY = {
    "morning": "morning",
    "manana": "morning",
    "temprano": "morning",
    "afternoon": "afternoon",
    "tarde": "afternoon",
    "evening": "evening",
    "night": "evening",
    "noche": "evening",
}
HERE = """
    near me; nearby; near by; near here; near my house; near my home; near home; close to me; close to my house;
    close to my home; close by; around me; around here; in my area; in my neighborhood; where i live; closest;
    closest to me; nearest to me; closest one;
    cerca de mi; cerca de mi casa; cerca de mi hogar; cerca de aquí; cerca de donde vivo; cerca de nosotros;
    cerca de casa; cerca mio; cerquita; cerquita de mi casa; por aquí; por aquí cerca; aquí cerca; por mi casa;
    en mi área; en mi zona; en mi colonia; en mi barrio; más cercano; más cercana; más cerca; el más cercano
"""


def sayings() -> Iterator[Saying]:
    yield Saying(group=OPEN, value="now", phrases=listed(NOW), unless=listed(NOT_NOW))
    yield Saying(group=OPEN, value="now", phrases=listed("open; abierto; abierta; abiertos; abiertas"), last=True)
    for day, (phrases, unless) in DAYS.items():
        yield Saying(group=OPEN, value=day, phrases=listed(phrases), unless=(*listed(unless), *RANGES))
        if day in WEEKDAYS:
            names = listed(phrases)
            following = [f"{before} {name}" for name in names for before in ("next", "próximo", "siguiente")]
            following += [f"{name} {after}" for name in names for after in ("que viene", "próximo", "siguiente")]
            yield Saying(group=OPEN, value=f"next{day}", phrases=tuple(following))
    yield Saying(group=OPEN, value="overmorrow", phrases=listed("pasado mañana; day after tomorrow"))
    for month, (called, last) in MONTHS.items():
        yield Saying(
            group=OPEN,
            value=f"{month}{{:02}}",
            phrases=tuple(
                phrase.format(name=name)
                for name in listed(called)
                for phrase in ("00 de {name}", "{name} 00", "00 {name}", "00 of {name}", "{name} the 00")
            ),
            numbers=range(1, last + 1),
            not_after=NAMED_AFTER_A_DAY,
            not_before=NAMED_AFTER_A_DAY,
        )
    for day, phrases in SHORT.items():
        yield Saying(group=OPEN, value=day, phrases=listed(phrases), last=True)
    for part, phrases in PARTS.items():
        yield Saying(group=HOURS, value=part, phrases=listed(phrases), unless=NOT_PARTS)
    yield Saying(group=NEAR_ME, value="", phrases=listed(HERE))
    yield Saying(group=NEAR_ME, value="", phrases=listed("cerca; close; nearest"), last=True)
