"""The languages of the index: those of the site, each with its stemmer and the words that say nothing."""

from functools import cache

import snowballstemmer
from django.conf import settings

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fr": "french", "hi": "hindi", "hy": "armenian", "it": "italian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

_COMMON = {
    "en": """
        a about all also am an and any are as at be because been being but by can could did do does doing for from had
        has have having he her here hers him his how i if in into is it its just like me more most my no nor not of on
        or our out please she should so some such than that the their them then there these they this those to too us
        very was we were what when where which who whom whose why will with would you your
        i'm i've don't can't it's what's where's
    """,
    "es": """
        a al algo alguien algun alguna algunas alguno algunos ante aqui asi aun como con cual cuales cuando de del desde
        donde dos e el ella ellas ellos en entre era es esa esas ese eso esos esta estan estar este esto estos estoy fue
        fueron ha hacia han hasta hay he la las le les lo los mas me mi mia mio mis mucho muy nada ni no nos nosotros
        nuestra nuestro o os otra otro para pero poco por porque que quien quienes se sea ser si sin sobre solo son soy
        su sus tambien te ti tiene tienen todo todos tu tus u un una unas uno unos usted ustedes y ya yo
    """,
}

# What people write around a question; in the listings these words do say something.
_WEAK = {
    "en": """
        anyone best close find get getting give go going got help helping know let looking near nearby need needed needs
        new now place places want wants wanted someone somewhere something thing things today where's way
    """,
    "es": """
        alguno alguna buscando buscar busco cerca cercana cercano conseguir da dan dar dejar donde encontrar favor hacer
        hago haya ir lugar lugares necesita necesitamos necesito ocupo ocupamos pueda puede puedo quiere quiero
        quisiera saber tener tenemos tengo tenga urge urgente voy ayuda ayudar ayuden ayudenme
    """,
}


def languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)


@cache
def common_words(language: str) -> frozenset[str]:
    """Words without accents that say nothing in a language."""
    return frozenset(_COMMON.get(language, "").replace("'", "").split())


@cache
def weak_words(language: str) -> frozenset[str]:
    """Words without accents that say little."""
    return frozenset(_WEAK.get(language, "").replace("'", "").split())


@cache
def stemmer(language: str) -> "snowballstemmer.basestemmer.BaseStemmer | None":
    algorithm = ALGORITHMS.get(language.partition("-")[0])
    return snowballstemmer.stemmer(algorithm) if algorithm else None
