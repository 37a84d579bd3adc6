"""How fast the index is filled, beside a bare insert of the very rows or documents that end up in it.

    python -m benchmarks.rebuild --services 10000 [--postgresql | --elasticsearch]

Bare means: every value lies in memory already and is only sent, in long statements within one transaction, or with the
bulk helper of the official client, into empty tables or a new index of the same form. A rebuild also reads the
directory, says it in both languages, analyses the words and counts them.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from benchmarks.start import begin, elasticsearch, machine, postgresql_address, sqlite_address

VALUES = 8_000  # In one statement.


def main() -> None:
    options = _options()
    name = f"ventanilla_benchmark_{options.services}"
    if options.elasticsearch:
        elasticsearch(name)
    begin((postgresql_address if options.postgresql else sqlite_address)(name), "benchmarks.relevance.settings")
    from benchmarks.filling import fill
    from search.models import SearchDocument

    fill(options.services)
    documents = SearchDocument.objects.count()
    print(f"{machine()}, {options.services:,} services, {documents:,} documents\n")
    print("| | s | documents a second | × bare |\n|---|---|---|---|")
    bare = 0.0
    for what, seconds in _of_copy() if options.elasticsearch else _of_tables():
        bare = bare or seconds
        print(f"| {what} | {seconds:.1f} | {documents / seconds:,.0f} | {seconds / bare:.1f} |", flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f} after")


def _of_tables() -> Iterator[tuple[str, float]]:
    from search import indexer

    rows = _rows()
    _empty()
    yield "bare insert of the same rows", _seconds(lambda: _insert(rows))
    _empty()
    yield "rebuild from nothing", _seconds(indexer.rebuild)
    yield "rebuild where nothing has changed", _seconds(indexer.rebuild)
    yield "of which: reading the directory into documents", _seconds(lambda: list(_documents()))


def _of_copy() -> Iterator[tuple[str, float]]:
    from elasticsearch.helpers import bulk

    from search import indexer
    from search.engines.elastic import index, server
    from search.engines.elastic.body import body
    from search.models import SearchDocument

    client = server.client().options(request_timeout=60)
    keys = {(kind, key): pk for pk, kind, key in SearchDocument.objects.values_list("pk", "kind", "object_id")}
    bodies = [body(keys[each.kind, each.object_id], each) for each in _documents()]
    new = index.create(client)
    actions = ({"_index": new, "_id": str(each["id"]), "_source": each} for each in bodies)
    yield "bulk helper, the same documents", _seconds(lambda: bulk(client, actions, refresh=True))
    index.remove(client, new)
    yield "rebuild of the copy, tables true already", _seconds(indexer.fill_copy)
    yield "of which: reading the directory into documents", _seconds(lambda: list(_documents()))


def _documents() -> Iterator[Any]:
    from search import registry
    from search.indexer import BATCH

    for source in registry.sources():
        ids = [str(each) for each in source.all_ids()]
        for start in range(0, len(ids), BATCH):
            yield from source.load(ids[start : start + BATCH])


def _tables() -> list[str]:
    from search import models

    parts = ("Document", "Text", "Facet", "Bitmap", "Place", "Opening", "Vocabulary")
    return [getattr(models, f"Search{part}")._meta.db_table for part in parts]


def _word_tables() -> list[str]:
    from django.db import connection

    from search import words_table

    return [words_table.TABLE, *([words_table.HEADS] if connection.vendor == "postgresql" else [])]


def _rows() -> dict[tuple[str, str], list[tuple[Any, ...]]]:
    """By table and names of columns."""
    from django.db import connection

    found = {}
    with connection.cursor() as cursor:
        for table in (*_tables(), *_word_tables()):
            number = "rowid, " if connection.vendor == "sqlite" and table in _word_tables() else ""
            cursor.execute(f"SELECT {number}* FROM {table}")  # noqa: S608  names of ours
            names = ", ".join(column[0] for column in cursor.description)
            found[table, names] = cursor.fetchall()
    return found


def _empty() -> None:
    from django.core.management.color import no_style
    from django.db import connection

    from search import words_table
    from search.languages import languages

    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), _tables()))
    words_table.drop(connection)
    words_table.create(connection, languages())


def _insert(rows: dict[tuple[str, str], list[tuple[Any, ...]]]) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for (table, names), found in rows.items():
            width = names.count(",") + 1
            marks, step = f"({', '.join(['%s'] * width)})", VALUES // width
            for start in range(0, len(found), step):
                batch = found[start : start + step]
                values = [value for row in batch for value in row]
                cursor.execute(f"INSERT INTO {table} ({names}) VALUES {', '.join([marks] * len(batch))}", values)  # noqa: S608  names of ours


def _seconds(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--services", type=int, default=10_000)
    parser.add_argument("--postgresql", action="store_true", help="on the server of TEST_POSTGRESQL_URL")
    parser.add_argument("--elasticsearch", action="store_true", help="on the server of TEST_ELASTICSEARCH_URL")
    return parser.parse_args()


if __name__ == "__main__":
    main()
