"""Gunicorn as in production: two workers of four threads, whitenoise for static files."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.start import ROOT

PORT = 8919
ORIGIN = f"http://127.0.0.1:{PORT}"
PATIENCE = 60


@contextmanager
def gunicorn() -> Iterator[str]:
    """Runs with the environment of this process; gives its origin."""
    # Without a limit of requests: the fast rival would use it up, and the next page would pay for the new worker.
    limits = ["--workers", "2", "--max-requests", "0"]
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", *limits, "--bind", f"127.0.0.1:{PORT}"]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        _wait()
        yield ORIGIN
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait() -> None:
    for _second in range(PATIENCE):
        try:
            urllib.request.urlopen(f"{ORIGIN}/healthz", timeout=30)  # noqa: S310  our own address
        except OSError:  # Not listening yet, or the workers are still being imported.
            time.sleep(1)
        else:
            return
    raise TimeoutError("gunicorn did not start")
