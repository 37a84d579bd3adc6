"""What is read into a question. Families mix their languages, so every question is read in both."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.documents import sayings as listings
from search.analysis import words
from search.sentence import times
from search.sentence.reading import Reader

TUESDAY = datetime(2026, 11, 24, 20, tzinfo=UTC)  # Noon in the district.
FACETS = ("cost", "language", "papers", "delivery", "access", "hours", "who")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader([*times.sayings(), *listings.sayings()], FACETS)


@pytest.mark.parametrize(
    ("text", "rest", "filters"),
    [
        ("dentist medi-cal spanish saturday", "dentist medi-cal", "language=es open=sat"),
        ("despensa abierta hoy 93905", "despensa", "open=today zip=93905"),
        ("comida gratis cerca de mi casa", "comida", "cost=free near_me="),
        ("food pantry tonight", "food pantry", "open=tonight"),
        ("clases de inglés por la noche", "clases de inglés", "hours=evening"),
        ("free clinic", "clinic", "cost=free"),
        ("FREE dental", "dental", "cost=free"),
        ("clínica sin costo en español", "clínica", "cost=free language=es"),
        ("English classes in Spanish", "English classes", "language=es"),
        ("doctor que hable mixteco", "doctor", "language=mix"),
        ("alguien que atienda en mixteco bajo", "alguien", "language=mix"),
        ("triqui doctor", "doctor", "language=trc"),
        ("vietnamese speaking lawyer", "lawyer", "language=vi"),
        ("abogado tagalog", "abogado", "language=tl"),
        ("comida sin papeles", "comida", "papers=none"),
        ("food bank no id", "food bank", "papers=none"),
        ("psicólogo en línea", "psicólogo", "delivery=online"),
        ("nurse home visits", "nurse", "delivery=home"),
        ("gimnasio accesible en silla de ruedas", "gimnasio", "access=wheelchair"),
        ("urgencias 24/7", "urgencias", "hours=24h"),
        ("dentist weekends", "dentist", "hours=weekend"),
        # Times.
        ("clínica abierta mañana por la mañana", "clínica", "open=tomorrow-morning"),
        ("dentista mañana", "dentista", "open=tomorrow"),
        ("dentist on Saturday morning", "dentist", "open=sat-morning"),
        ("biblioteca el domingo", "biblioteca", "open=sun"),
        ("library this weekend", "library", "open=weekend"),
        ("despensa sábado y domingo", "despensa", "open=weekend"),
        ("despensa ahorita", "despensa", "open=now"),
        ("pantry open now", "pantry", "open=now"),
        ("despensa abierta", "despensa", "open=now"),
        ("dentist sat", "dentist", "open=sat"),
        ("despensa que esté abierta el sábado a las 5 de la tarde", "despensa", "open=2026-11-28T17:00"),
        ("comida mañana a las 10", "comida", "open=2026-11-25T10:00"),
        ("clinic at 5:30 pm", "clinic", "open=2026-11-24T17:30"),
        ("clinic at 9", "clinic", "open=2026-11-25T09:00"),
        ("clinic Saturday morning at 9am", "clinic", "open=2026-11-28T09:00"),
        ("clinic after 5", "clinic", "hours=evening"),
        ("clínica después del trabajo", "clínica", "hours=evening"),
        ("despensa el 28 de noviembre", "despensa", "open=nov28"),
        ("pantry november 28th", "pantry", "open=nov28"),
        ("dentist on the 3rd of december in the morning", "dentist", "open=dec03-morning"),
        ("despensa el próximo lunes", "despensa", "open=nextmon"),
        ("clinic next tuesday at 10", "clinic", "open=2026-12-01T10:00"),
        ("dentista el martes que viene por la tarde", "dentista", "open=nexttue-afternoon"),
        ("clínica pasado mañana", "clínica", "open=overmorrow"),
        ("dentista mañana por la tarde", "dentista", "open=tomorrow-afternoon"),
        # Cost and age.
        ("dentista barato", "dentista", "cost=free|sliding"),
        ("low cost dentist", "dentist", "cost=free|sliding"),
        ("fútbol para mi hijo de 3 años", "fútbol", "who=0-5"),
        ("soccer for my 7 year old", "soccer", "who=6-12"),
        ("swimming for my son age 14", "swimming", "who=13-17"),
        ("no tengo con quién dejar a mi hija de 8 meses", "no tengo con quién dejar a mi hija de 8 meses", ""),
        ("dentista para mi bebé de 8 meses", "dentista", "who=0-5"),
        ("almuerzo para adultos mayores", "almuerzo para adultos mayores", "who=60+"),
        ("bus rides for seniors", "bus rides for seniors", "who=60+"),
        # Nothing but filters.
        ("abierto ahora", "", "open=now"),
        ("93905", "", "zip=93905"),
        ("gratis", "", "cost=free"),
        ("¿abierto hoy?", "¿ ?", "open=today"),
    ],
)
def test_some_words_choose_a_filter(reader, text, rest, filters):
    reading = reader.read(text, TUESDAY)

    assert " ".join(f"{each.group}={each.value}" for each in reading.understood) == filters
    assert reading.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "English classes", "clases de inglés", "aprender inglés", "spanish class", "learn english", "ESL", "inglés",
        "traductor de mixteco", "sign language interpreter", "I don't speak English", "no hablo inglés",
        "gluten free", "drug free", "free or reduced lunch", "feel free", "papeles de migración", "no tengo papeles",
        "sin papeles", "gente sin papeles", "abogado sin papeles", "I have no ID", "necesito una silla de ruedas",
        "SAT prep", "Sun Street", "good friday", "friday night live", "sunday school", "lunes a viernes", "what now",
        "hoy en día", "toda la mañana", "now hiring", "open house", "after school", "a las 3 niñas",
        "00000", "1234 Main St", "me quieren sacar de mi casa", "se quemó mi casa", "cerca de la escuela Alisal",
        "calle 5 de mayo", "desfile del 16 de septiembre", "hace 3 años", "condena de 5 años", "mayores de 60 años",
        "may I get food", "affordable housing", "ayuda económica", "30 february", "february 30", "3 people",
        "polish my resume", "morning sickness", "acoso en línea", "", "¿?", "💛",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_filter_stay_words(reader, text):
    assert reader.read(text, TUESDAY).understood == ()
    assert reader.read(text, TUESDAY).rest == text


def test_of_two_moments_the_first_counts_and_the_other_stays_a_word(reader):
    reading = reader.read("pantry monday or thursday", TUESDAY)

    assert [each.value for each in reading.understood] == ["mon"]
    assert "thursday" in reading.rest


def test_what_was_understood_is_told_as_it_was_typed(reader):
    said = reader.read("Dentista que HABLE Español, el  Sábado", TUESDAY).understood

    assert [each.words for each in said] == ["que HABLE Español", "el  Sábado"]


PIECES = (
    "ahora|hoy|mañana|por la mañana|noche|a las|5|pm|sat|sunday|in|english|spanish|class|free|gluten|sin papeles|no id"
    "|24|7|93905|00000|cerca de mi casa|near me|open|weekend|y|sábado|–|.|'|’|💛|ñ|\x00|³|٥|ﬁ|²|ß|\u0301"
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)))
def test_no_text_breaks_the_reading_and_no_word_is_lost(reader, text):
    reading = reader.read(text, TUESDAY)

    kept = [reading.rest, *(each.words for each in reading.understood)]
    typed = Counter(m.group() for m in words(text))
    if any(each.words in reading.rest for each in reading.understood):  # Kept in the question, and told.
        assert not typed - Counter(match.group() for each in kept for match in words(each))
        return
    assert Counter(match.group() for each in kept for match in words(each)) == typed
    assert all(each.words in text and each.words for each in reading.understood)
