"""A few hundred made-up documents that differ in everything, always the same ones."""

from datetime import timedelta
from random import Random

from search.document import Document, Text
from tests.search.library import MINUTE, NOON, document

PAIRS = (
    ("Food pantry", "Despensa de comida"), ("Dental clinic", "Clínica dental"), ("Rent help", "Ayuda con la renta"),
    ("Youth soccer", "Fútbol juvenil"), ("English classes", "Clases de inglés"), ("Legal aid", "Ayuda legal"),
    ("Homeless shelter", "Albergue para personas sin hogar"), ("After-school care", "Cuidado después de la escuela"),
    ("Immunizations", "Vacunas"), ("Diapers", "Pañales"), ("Counseling", "Consejería"), 
    ("Job training", "Capacitación"),
)  # fmt: skip
ENGLISH = """
    food free family children school weekly bring open evening rent bills water heat library bus county office
    volunteers seniors parents teens babies warm meals groceries Saturday appointment walk-in forms street weekday
    neighbors kitchen garden music swim read write math science paint drum field coach team ride drive
    """
SPANISH = """
    comida gratis familia niños escuela semanal traiga abierto noche renta recibos agua calor biblioteca autobús
    condado oficina voluntarios mayores padres jóvenes bebés caliente comidas sábado cita formulario calle
    vecinos cocina jardín música nadar leer escribir ciencia pintar tambor campo equipo viaje manejar
    """
WORDS = {"en": ENGLISH.split(), "es": SPANISH.split()}
TOWNS = ((36.677, -121.655), (36.600, -121.894), (36.974, -122.030), (37.338, -121.886), (36.256, -121.801))


def varied_documents(number: int) -> list[Document]:
    dice = Random(1848)  # noqa: S311  no secret: the same documents each time
    return [_varied(dice, n) for n in range(number)]


def _varied(dice: Random, n: int) -> Document:
    english, spanish = dice.choice(PAIRS)
    place = dice.choice(("Salinas", "Alisal", "Watsonville", "Peña", "Gonzales"))
    texts = {"en": _text(dice, "en", f"{english} {place} {n}"), "es": _text(dice, "es", f"{spanish} {place} {n}")}
    if n % 5 == 0:
        del texts[dice.choice(("en", "es"))]
    days = dice.sample(range(-7, 8), dice.randint(0, 6))
    return document(
        f"{n}",
        "page" if n % 9 == 0 else "thing",
        **texts,
        updated=NOON - timedelta(days=dice.randint(0, 90)),
        facets={
            "cost": (dice.choice(("free", "fee", "sliding", "unknown")),),
            "need": tuple(dice.sample(("10", "10-1", "10-2", "11", "12"), dice.randint(0, 3))),
            "language": ("en", "es")[: dice.randint(0, 2)],
        },
        subjects=tuple(dice.sample(("food", "health", "housing"), dice.randint(0, 2))),
        places=tuple(_place(dice) for _ in range(dice.choice((0, 1, 1, 1, 2)))),
        opening=tuple((MINUTE + day * 1440, MINUTE + day * 1440 + dice.choice((60, 480, 2000))) for day in days),
    )


def _text(dice: Random, language: str, title: str) -> Text:
    def some(least: int, most: int) -> str:
        return " ".join(dice.choices(WORDS[language], k=dice.randint(least, most)))

    return Text(title, keywords=some(0, 3), summary=some(4, 12), body=some(0, 40))


def _place(dice: Random) -> tuple[float, float]:
    latitude, longitude = dice.choice(TOWNS)
    return round(latitude + dice.uniform(-0.2, 0.2), 5), round(longitude + dice.uniform(-0.2, 0.2), 5)
