"""How fast listings come in and go out, against a plain `bulk_create` of the same rows.

Plain means: the values of every row lie in memory already, become model instances and are written with
`bulk_create`, 500 at a time, in one transaction. An import also reads, checks, compares, settles references, gives
addresses on the site and works out the state of every translation.

    python benchmarks/exchange.py [--services 20000] [--forms tabular json ndjson]

Works in a database of its own in a temporary folder; prints a table with rates and ratios.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--services", type=int, default=20_000)
    arguments.add_argument("--forms", nargs="+", default=["tabular", "json", "ndjson"])
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = os.environ.get("BENCHMARK_DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
        import django

        django.setup()
        measure(Path(folder), options.services, options.forms)


def measure(folder: Path, services: int, forms: list[str]) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("generate_directory", services=services, no_index=True, verbosity=0)
    rows = everything()
    count = sum(len(found) for found in rows.values())
    print(f"{services} services, {count} rows with their translations")
    empty()
    plain = timed(lambda: write_plainly(rows))
    print(f"{'plain bulk_create':28}{plain:8.1f} s {count / plain:10,.0f} rows/s")
    rows.clear()
    for form in forms:
        target = folder / {"tabular": "out", "json": "out.json", "ndjson": "out.ndjson"}[form]
        tell(f"export {form}", timed(lambda target=target: take_out(target)), count, plain)
        tell(f"import {form}, all known", timed(lambda target=target: bring_in(target)), count, plain)
        empty()
        tell(f"import {form}, all new", timed(lambda target=target: bring_in(target)), count, plain)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of it all {peak} MB")


def tell(what: str, seconds: float, count: int, plain: float) -> None:
    print(f"{what:28}{seconds:8.1f} s {count / seconds:10,.0f} rows/s {seconds / plain:6.1f} × plain", flush=True)


def everything() -> dict:
    from directory.hsds.kinds import KINDS

    return {kind.model: list(kind.model._base_manager.values()) for kind in KINDS.all()}


def empty() -> None:
    from django.db import connection

    from directory.hsds.kinds import KINDS

    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for kind in reversed(KINDS.all()):
            cursor.execute(f"DELETE FROM {kind.model._meta.db_table}")  # noqa: S608  our own table names


def write_plainly(rows: dict) -> None:
    from django.db import transaction

    with transaction.atomic():
        for model, found in rows.items():
            model._base_manager.bulk_create((model(**values) for values in found), batch_size=500)


def take_out(target: Path) -> None:
    from directory.hsds.selection import Selection
    from directory.hsds.write_json import write_json, write_lines
    from directory.hsds.write_tabular import write_tabular

    write = {".json": write_json, ".ndjson": write_lines}.get(target.suffix, write_tabular)
    write(target, Selection(), lambda _name: None)


def bring_in(source: Path) -> None:
    """Rows only: the indexes of the searches have benchmarks of their own."""
    from directory.hsds import importer
    from directory.hsds.problems import Report

    importer.tell_the_house = lambda *_arguments: None
    report = Report()
    importer.Import(importer.open_source(source, report), report).run()
    assert not [problem for problem in report.problems if problem.refuses]


if __name__ == "__main__":
    main()
