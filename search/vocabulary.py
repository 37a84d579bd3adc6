"""Which words the public texts are made of, and in how many documents each stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.models import QuerySet

from search.analysis import WORD, fold, is_common
from search.bulk import insert
from search.document import Document
from search.models import SearchText, SearchVocabulary
from search.stamps import VOCABULARY, renew
from search.words_table import FIELDS

COLUMNS = ("language", "word", "spelling", "documents")
BATCH = 2000

# (language, folded word, spelling): the spelling is what a reader is shown, accents and all.
Spelled = tuple[str, str, str]


def change(before: Sequence[int], after: Iterable[Document]) -> None:
    """Count what documents, given by id, had to say, down, and what their new versions say, up."""
    change: Counter[Spelled] = Counter()
    for spelled in _stored(SearchText.objects.filter(document__in=before)):
        change.subtract(spelled)
    for document in after:
        for language, text in document.texts.items():
            change.update(_spelled(language, (text.title, text.keywords, text.summary, text.body)))
    _add({key: difference for key, difference in _by_word(change).items() if difference[1]})


def recount() -> None:
    """Count everything anew; also forgets words that no text has any more."""
    counted: Counter[Spelled] = Counter()
    for spelled in _stored(SearchText.objects.all()):
        counted.update(spelled)
    SearchVocabulary.objects.all().delete()
    _add(_by_word(counted))


def _stored(texts: QuerySet) -> Iterator[set[Spelled]]:
    for language, *fields in texts.values_list("language", *FIELDS).iterator(BATCH):
        yield _spelled(language, fields)


def _spelled(language: str, fields: Iterable[str]) -> set[Spelled]:
    written = {word.lower() for field in fields for word in WORD.findall(field)}
    pairs = ((fold(word), word) for word in written)
    return {(language, word, spelling[:80]) for word, spelling in pairs if word and not is_common(word, (language,))}


def _by_word(counted: Mapping[Spelled, int]) -> dict[tuple[str, str], tuple[str, int]]:
    """The spelling most often used, and the number of documents."""
    words: dict[tuple[str, str], tuple[str, int]] = {}
    for (language, word, spelling), count in sorted(counted.items(), key=lambda each: each[1]):
        _other, so_far = words.get((language, word), ("", 0))
        words[language, word] = (spelling, so_far + count)
    return words


def _add(words: Mapping[tuple[str, str], tuple[str, int]]) -> None:
    rows = [(language, word, spelling, count) for (language, word), (spelling, count) in sorted(words.items())]
    count = f"documents = {SearchVocabulary._meta.db_table}.documents + excluded.documents"
    insert(SearchVocabulary, COLUMNS, rows, f"ON CONFLICT (language, word) DO UPDATE SET {count}")
    renew(VOCABULARY)
