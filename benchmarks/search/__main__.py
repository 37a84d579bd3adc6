"""How long an answer takes, beside the bare engine and beside Wagtail's own search, with any number of services.

    python -m benchmarks.search --services 10000 [--postgresql | --elasticsearch] [--wagtail frequent] [--keep]

The bare engine is sent the very statements or bodies of our answer. Wagtail gets the same texts in a table of its own.
Elasticsearch remembers what it has counted until its index changes; with --forgetful it counts again each time, as for
a question that nobody has asked since.
With --keep the figures go to `measured.json`, from which `benchmarks.search.rules` and `benchmarks.search.growth` read.
"""

import argparse
import os

from benchmarks.search.measured import FORGETFUL
from benchmarks.start import begin, elasticsearch, machine, postgresql_address, sqlite_address

SHAPES = ("frequent", "rare", "words", "phrase", "typo", "filtered", "autocomplete")


def main() -> None:
    options = _options()
    engine = _begin(options)
    from benchmarks.filling import fill
    from benchmarks.search import measured, rival, table
    from benchmarks.search.measuring import LANGUAGE
    from benchmarks.search.measuring import measured as measure
    from search.models import SearchDocument

    for step, seconds in fill(options.services).items():
        print(f"{step}: {seconds:.1f} s, {options.services / seconds:,.0f} services/s", flush=True)
    if options.elasticsearch:
        _remember(not options.forgetful)
    rows = rival.fill(LANGUAGE, at_most=options.wagtail_rows) if options.wagtail else 0
    before = machine()
    shapes = []
    for shape in measure(rounds=options.rounds, seconds=options.seconds, with_wagtail=options.wagtail):
        print(table.row(shape), flush=True)
        shapes.append(shape)
    run = measured.Run(
        engine=engine,
        services=options.services,
        documents=SearchDocument.objects.count(),
        wagtail_rows=rows,
        machine=before,
        load_after=round(os.getloadavg()[0], 1),
        shapes=shapes,
    )
    print("\n".join(["", *table.lines(run)]))
    if options.keep:
        measured.keep(run)


def _begin(options: argparse.Namespace) -> str:
    address = postgresql_address if options.postgresql else sqlite_address
    name = f"ventanilla_benchmark_{options.services}"
    if options.elasticsearch:
        elasticsearch(name)
    begin(address(name), "benchmarks.relevance.settings")
    if options.elasticsearch:
        return FORGETFUL if options.forgetful else "elasticsearch"
    return "postgresql" if options.postgresql else "sqlite"


def _remember(counts: bool) -> None:
    from search.engines.elastic import index
    from search.engines.elastic.server import client

    client().indices.put_settings(index=index.alias(), settings={"index.requests.cache.enable": counts})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--services", type=int, default=1_000)
    parser.add_argument("--postgresql", action="store_true", help="on the server of TEST_POSTGRESQL_URL")
    parser.add_argument("--elasticsearch", action="store_true", help="on the server of TEST_ELASTICSEARCH_URL")
    parser.add_argument("--forgetful", action="store_true", help="Elasticsearch without its memory of counts")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--seconds", type=float, default=1.5, help="of counting answers a second; 0 leaves it out")
    parser.add_argument("--wagtail", nargs="*", choices=SHAPES, default=[], help="shapes the rival is asked, too")
    parser.add_argument("--wagtail-rows", type=int, help="of the rival, whose index takes long to fill")
    parser.add_argument("--keep", action="store_true", help="write the figures to measured.json")
    return parser.parse_args()


if __name__ == "__main__":
    main()
