"""How often the right help comes first: our search and two rivals, on the same listings and queries, in one run.

    python -m benchmarks.relevance [--half tune] [--generated 20000] [--postgresql] [--misses]

Elasticsearch takes part when TEST_ELASTICSEARCH_URL names a server. Without --generated the listings are the demo's.
"""

import argparse
import os

from benchmarks.start import begin, elasticsearch, machine, postgresql_address, sqlite_address

HEAD = "| | language | queries | success@1 | success@5 | MRR | nDCG@10 |\n|---|---|---|---|---|---|---|"


def main() -> None:
    options = _options()
    address = postgresql_address if options.postgresql else sqlite_address
    # The generated listings are those of `benchmarks.search`.
    name = f"ventanilla_benchmark_{options.generated}" if options.generated else "ventanilla_relevance_demo"
    if "TEST_ELASTICSEARCH_URL" in os.environ:
        elasticsearch(f"{name}-postgresql" if options.postgresql else name)
    begin(address(name), "benchmarks.relevance.settings")
    from benchmarks.relevance.corpus import make_demo, make_generated
    from benchmarks.relevance.finders import finders
    from benchmarks.relevance.judged import judged
    from benchmarks.relevance.table import rows

    corpus = make_generated(options.generated) if options.generated else make_demo()
    print(f"{machine()}, half: {options.half}, listings: {corpus.size}\n\n{HEAD}")
    for name, find in finders().items():
        for row in rows(name, find, corpus, judged(options.half), misses=options.misses):
            print(row, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--generated", type=int, default=0, help="listings made by generate_directory")
    parser.add_argument("--postgresql", action="store_true", help="on the server of TEST_POSTGRESQL_URL")
    parser.add_argument("--misses", action="store_true", help="list the queries without a good answer in five")
    return parser.parse_args()


if __name__ == "__main__":
    main()
