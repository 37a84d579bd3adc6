"""A question in the server's query language. Everything a reader typed has become tokens: none is an operator."""

from collections.abc import Sequence
from typing import Any

from search.analysis import mark
from search.engines.elastic.mapping import words
from search.languages import languages
from search.question import Clause, Question
from search.words_table import FIELDS

Query = dict[str, Any]

WEIGHTS = {"title": 10.0, "keywords": 6.0, "summary": 3.0, "body": 1.0}
OTHER_LANGUAGE = 0.6  # What a match in another language than the reader's is worth.
MEANT_COUNTS = 1 / 3  # What a word that only means the same is worth beside one that was typed.


def query(asked: Question, reader: str) -> Query:
    if not asked:
        return {"match_all": {}}
    found = [_clause(each, reader, asked.titles_only) for each in asked.clauses]
    return _all(found) if asked.every else _any(found)


def _clause(each: Clause, reader: str, titles_only: bool) -> Query:
    alternatives = [_in_language(each, language, reader, titles_only) for language in languages()]
    if not titles_only and each.subjects:
        worth = WEIGHTS["keywords"] * MEANT_COUNTS
        alternatives += [{"term": {"subjects": {"value": mark(one), "boost": worth}}} for one in each.subjects]
    return _any([found for found in alternatives if found])


def _in_language(each: Clause, language: str, reader: str, titles_only: bool) -> Query:
    fields = FIELDS[:1] if titles_only else FIELDS
    worth = 1.0 if language == reader else OTHER_LANGUAGE
    alternatives = _tokens(each.tokens.get(language, ()), language, fields, worth)
    parts = [_in_language(part, language, reader, titles_only) for part in each.parts]
    if parts and all(parts):
        alternatives.append(_all(parts))
    if not titles_only:
        alternatives += _tokens(each.means.get(language, ()), language, fields, worth * MEANT_COUNTS)
    if not alternatives:
        return {}
    unless = _tokens(each.unless.get(language, ()), language, fields, 1.0)
    wanted = _any(alternatives)
    return {"bool": {"must": [wanted], "must_not": unless}} if unless else wanted


def _tokens(found: Sequence[str], language: str, fields: Sequence[str], worth: float) -> list[Query]:
    """Any of the tokens in any of the fields; a token with blanks is a phrase."""
    weighted = [f"{words(language, field)}^{WEIGHTS[field] * worth:.4g}" for field in fields]
    single = [token for token in found if " " not in token]
    queries: list[Query] = []
    if single:
        queries.append({"multi_match": {"query": " ".join(single), "fields": weighted, "type": "most_fields"}})
    for phrase in found:
        if " " in phrase:
            queries.append({"multi_match": {"query": phrase, "fields": weighted, "type": "phrase"}})
    return queries


def _any(found: Sequence[Query]) -> Query:
    if not found:
        return {"match_none": {}}
    return found[0] if len(found) == 1 else {"bool": {"should": list(found), "minimum_should_match": 1}}


def _all(found: Sequence[Query]) -> Query:
    return found[0] if len(found) == 1 else {"bool": {"must": list(found)}}
