"""How many pages a second, how long a reader waits, and what a page weighs, with any number of services.

    python -m benchmarks.pages --services 10000 [--postgresql] [--rounds 3] [--seconds 5]

Needs `wrk` (apt-get install wrk). With --postgresql it uses the server of TEST_POSTGRESQL_URL.
"""

import argparse
import os

from benchmarks.start import begin, machine, postgresql_address, sqlite_address

LANGUAGES = ("en", "es")
WEIGHTS = "| page | queries | processor ms | HTML KB | gzip KB | CSS KB | JS KB |\n|---|---|---|---|---|---|---|"
VISITS = "| page | requests/s (min–max) | median ms | p95 ms | answers | failed |\n|---|---|---|---|---|---|"


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
    show_visits(LANGUAGES, rounds=options.rounds, seconds=options.seconds, rival=not options.without_wagtail)
    print(f"\nload {os.getloadavg()[0]:.1f} after")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--services", type=int, default=1_000)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--seconds", type=int, default=5, help="a page is visited in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-wagtail", action="store_true", help="its index takes long to fill")
    return parser.parse_args()


if __name__ == "__main__":
    main()
