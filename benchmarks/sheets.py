"""A spreadsheet of the directory is looked through, beside reading the same listings one by one.

    python -m benchmarks.sheets [--services 1000] [--postgresql]

Every tenth line changes a word in each language and a number, every fiftieth is wrong.
"""

import argparse
import csv
from io import StringIO
from time import perf_counter
from typing import Any

from benchmarks.start import begin, machine, postgresql_address, sqlite_address


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--services", type=int, default=1000)
    arguments.add_argument("--postgresql", action="store_true")
    options = arguments.parse_args()
    begin(postgresql_address("ventanilla_sheets") if options.postgresql else sqlite_address("sheets"))
    print(machine())
    measure(options.services)


def measure(services: int) -> None:
    from benchmarks.filling import fill
    from directory.models import Service
    from partners.sheets.checking import check
    from partners.sheets.reading import rows_in
    from partners.values import values_of

    fill(services)
    listings = {str(row.pk): row for row in Service.objects.facts().order_by("pk")[:services]}
    began = perf_counter()
    values = {key: values_of(row) for key, row in listings.items()}
    read = perf_counter() - began
    content = sheet(values)
    began = perf_counter()
    lines = check(rows_in("listings.csv", content), listings)
    checked = perf_counter() - began
    told = {status: sum(line.status == status for line in lines) for status in ("update", "unchanged", "refused")}
    print(f"{len(lines)} lines: {told}")
    print(f"reading the listings {read:.1f} s, looking the sheet through {checked:.1f} s, ratio {checked / read:.2f}")


def sheet(values: dict[str, Any]) -> bytes:
    from partners.sheets.columns import KEY, all_paths, cells_of, heading

    out = StringIO()
    paths = all_paths()
    table = csv.writer(out)
    table.writerow([heading(path) for path in (KEY, *paths)])
    for number, (key, listing) in enumerate(values.items()):
        cells = cells_of("service", listing)
        if number % 10 == 0:
            cells |= {"summary": f"Changed {number}", "summary@es": f"Cambiado {number}", "minimum_age": "3"}
        if number % 50 == 1:
            cells["email"] = "nobody"
        table.writerow([key, *(cells.get(path, "") for path in paths)])
    return out.getvalue().encode()


if __name__ == "__main__":
    main()
