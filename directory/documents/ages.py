"""How families say for whom it is: an age in numbers, or a word for one."""

from collections.abc import Iterator

from directory.documents.facets import AGES
from search.sentence.sayings import Saying, any_of, listed

# "Para mi hijo de 3 años" tells an age and nothing else; "no puedo cuidar a mi hijo de 3 años" keeps the child.
_CHILD = """hijo; hija; niño; niña; bebé; nieto; nieta; sobrino; sobrina; hijito; hijita; muchacho; muchacha"""
_WHOSE = ("mi", "un", "una", "el", "la")
_KIN = (
    "son",
    "daughter",
    "child",
    "kid",
    "baby",
    "boy",
    "girl",
    "grandson",
    "granddaughter",
    "toddler",
    "nephew",
    "niece",
)
_FOR_A_CHILD = ("", *(f"para {whose} {child} " for whose in _WHOSE for child in listed(_CHILD)))
_FOR_KIN = ("", *(f"for {whose} {kin} " for whose in ("my", "a", "our") for kin in _KIN))
_FOR = ("", "for a ", "for my ", "for our ", "my ", "a ")
AGED = (
    *(f"{whom}de 00 {years}" for whom in _FOR_A_CHILD for years in ("años", "años de edad", "añitos")),
    *(f"{whom}{has} 00 años" for whom in ("", "que ") for has in ("tiene", "tengo")),
    *(f"{whom}{aged} 00" for whom in _FOR_KIN for aged in ("age", "aged")),
    *(f"{whom}00 {years} old" for whom in (*_FOR, *_FOR_KIN) for years in ("year", "years", "yr", "yrs")),
    *(f"{whom}00 year old {kin}" for whom in _FOR for kin in _KIN),
)
MONTHS_OLD = (
    *(f"{whom}de 00 {months}" for whom in _FOR_A_CHILD[1:] for months in ("meses", "mes")),
    *(f"{whom}00 {months} old" for whom in (*_FOR, *_FOR_KIN) for months in ("month", "months")),
)
# Years that are no age: "hace 3 años", "una condena de 5 años".
NO_AGE = any_of("""
    hace condena prision carcel experiencia visa contrato programa curso mas menos garantia ultimos desde deuda bajo
    mayores menores mayor menor under over than
    """)
SENIORS = """
    seniors; for seniors; senior citizens; for senior citizens; older adults; for older adults; elderly;
    for the elderly; adultos mayores; para adultos mayores; personas mayores; para personas mayores;
    para la tercera edad; tercera edad;
    para ancianos; ancianos
"""
TEENAGERS = """
    for teens; for teenagers; for my teenager; for my teen; teens; teenagers;
    para adolescentes; para mi adolescente; adolescentes; para mi hijo adolescente; para mi hija adolescente
"""


def sayings() -> Iterator[Saying]:
    """An age chooses who it is for; whoever says "seniors" also means the word."""
    for value, (first, end) in AGES.items():
        yield Saying(group="who", value=value, phrases=AGED, numbers=range(first, min(end, 111)), not_after=NO_AGE)
    yield Saying(group="who", value="0-5", phrases=MONTHS_OLD, numbers=range(1, 37), not_after=NO_AGE)
    yield Saying(group="who", value="60+", phrases=listed(SENIORS), kept=True)
    yield Saying(group="who", value="13-17", phrases=listed(TEENAGERS), kept=True)
