"""How long an answer takes, beside the bare engine and beside Wagtail's own search, with any number of services.

    python -m benchmarks.search --services 10000 [--postgresql] [--rounds 25] [--without-wagtail]

The bare engine is sent the very statements of our answer. Wagtail gets the same texts in a table of its own.
"""

import argparse

from benchmarks.start import begin, machine, postgresql_address, sqlite_address

HEAD = "| question | ours p50 ms | p95 | bare p50 ms | ours ÷ bare | Wagtail p50 ms | Wagtail ÷ ours |\n"
LINE = "|---|---|---|---|---|---|---|"


def main() -> None:
    options = _options()
    address = postgresql_address if options.postgresql else sqlite_address
    begin(address(f"ventanilla_benchmark_{options.services}"), "benchmarks.relevance.settings")
    from benchmarks.filling import fill
    from benchmarks.search import rival
    from benchmarks.search.table import rows

    for step, seconds in fill(options.services).items():
        print(f"{step}: {seconds:.1f} s, {options.services / seconds:,.0f} services/s", flush=True)
    if not options.without_wagtail:
        rival.fill()
    print(f"{machine()}, {options.services} services\n\n{HEAD}{LINE}")
    for row in rows(rounds=options.rounds, with_wagtail=not options.without_wagtail):
        print(row, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--services", type=int, default=1_000)
    parser.add_argument("--postgresql", action="store_true", help="on the server of TEST_POSTGRESQL_URL")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--without-wagtail", action="store_true", help="its index takes long to fill")
    return parser.parse_args()


if __name__ == "__main__":
    main()
