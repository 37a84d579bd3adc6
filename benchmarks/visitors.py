"""wrk: eight visitors who never pause."""

import os
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("visits.lua")
VISITORS = 8


@dataclass(frozen=True)
class Visits:
    """Milliseconds, meaningless where nothing was answered; `failed` are answers other than 2xx and 3xx, and none."""

    answers: int
    per_second: float
    median: float
    p95: float
    p99: float
    failed: int


def visit(origin: str, paths: Iterable[str], seconds: int) -> Visits:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as visited:
        visited.write("\n".join(paths))
        visited.flush()
        command = ["wrk", "--threads=1", f"--connections={VISITORS}", f"--duration={seconds}s", "--timeout=30s"]
        done = subprocess.run(
            [*command, f"--script={SCRIPT}", origin],
            env={**os.environ, "VISITED": visited.name},
            capture_output=True,
            text=True,
            check=True,
        )
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT"))
    requests, microseconds, failed, median, p95, p99 = map(float, line.split()[1:])
    return Visits(int(requests), requests / (microseconds / 1e6), median, p95, p99, int(failed))
