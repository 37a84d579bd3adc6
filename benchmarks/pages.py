"""How many pages a second, how long a reader waits, and what a page weighs, with any number of services.

    python -m benchmarks.pages --services 10000 [--postgresql] [--seconds 8]

Needs `wrk` (apt-get install wrk). With --postgresql it uses the server of TEST_POSTGRESQL_URL.
"""

import argparse

from benchmarks.start import begin, machine, postgresql_address, sqlite_address

LANGUAGES = ("en", "es")
WARM_UP = 2
WEIGHTS = "| page | queries | processor ms | HTML KB | gzip KB | CSS KB | JS KB |\n|---|---|---|---|---|---|---|"
VISITS = "| page | requests/s | median ms | p95 ms | p99 ms | failed |\n|---|---|---|---|---|---|"


def main() -> None:
    options = _options()
    address = postgresql_address if options.postgresql else sqlite_address
    begin(address(f"ventanilla_benchmark_{options.services}"))
    from benchmarks.measured import show_building, show_visits, show_weights

    print(machine())
    show_building(options.services, rival=not options.without_wagtail)
    print(f"\n{WEIGHTS}")
    show_weights(LANGUAGES)
    print(f"\n{VISITS}")
    show_visits(LANGUAGES, warm_up=WARM_UP, seconds=options.seconds, rival=not options.without_wagtail)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--services", type=int, default=1_000)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--seconds", type=int, default=8, help="of every measurement")
    parser.add_argument("--without-wagtail", action="store_true", help="its index takes long to fill")
    return parser.parse_args()


if __name__ == "__main__":
    main()
