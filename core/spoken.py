"""Languages people speak at a counter, by code, named in the reader's language."""

from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# BCP 47 codes; the Indigenous languages of Mexico by their family (ISO 639-2 and 639-5), as counters know them.
SPOKEN = {
    "en": _("English"),
    "es": _("Spanish"),
    "mix": _("Mixteco"),
    "trc": _("Triqui"),
    "zap": _("Zapoteco"),
    "nah": _("Náhuatl"),
    "pur": _("Purépecha"),
    "amu": _("Amuzgo"),
    "cta": _("Chatino"),
    "yua": _("Yucatec Maya"),
    "mam": _("Mam"),
    "quc": _("K'iche'"),
    "kjb": _("Q'anjob'al"),
    "ase": _("American Sign Language"),
    "am": _("Amharic"),
    "ar": _("Arabic"),
    "hy": _("Armenian"),
    "my": _("Burmese"),
    "yue": _("Cantonese"),
    "zh": _("Chinese"),
    "cmn": _("Mandarin Chinese"),
    "prs": _("Dari"),
    "fa": _("Farsi"),
    "fr": _("French"),
    "de": _("German"),
    "ht": _("Haitian Creole"),
    "hi": _("Hindi"),
    "hmn": _("Hmong"),
    "it": _("Italian"),
    "ja": _("Japanese"),
    "km": _("Khmer"),
    "ko": _("Korean"),
    "ku": _("Kurdish"),
    "lo": _("Lao"),
    "ps": _("Pashto"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "pa": _("Punjabi"),
    "ru": _("Russian"),
    "sm": _("Samoan"),
    "so": _("Somali"),
    "sw": _("Swahili"),
    "tl": _("Tagalog"),
    "th": _("Thai"),
    "ti": _("Tigrinya"),
    "tr": _("Turkish"),
    "uk": _("Ukrainian"),
    "ur": _("Urdu"),
    "vi": _("Vietnamese"),
}
SOURCES_SAY = {"spa": "es", "eng": "en", "fil": "tl", "zho": "zh", "chi": "zh", "vie": "vi", "kor": "ko", "ara": "ar"}


def spoken_name(code: str, fallback: str = "") -> str:
    """The language's name for the active language; the fallback, then the code, when it is not in our list."""
    wanted = code.strip().lower().replace("_", "-")
    main = wanted.split("-")[0]
    name = SPOKEN.get(wanted) or SPOKEN.get(SOURCES_SAY.get(main, main))
    return str(name) if name else fallback or code


def in_sentence(code: str) -> str:
    """The name as it stands within a sentence: English alone writes languages with a capital."""
    name = spoken_name(code)
    return name if (get_language() or "").startswith("en") else name[:1].lower() + name[1:]


def spoken_choices() -> list[tuple[str, str]]:
    """Codes and names by name, the two languages of the house first."""
    rest = sorted(((code, str(name)) for code, name in SPOKEN.items()), key=lambda choice: slugify(choice[1]))
    first = [choice for code in ("en", "es") for choice in rest if choice[0] == code]
    return [*first, *(choice for choice in rest if choice not in first)]
