"""A family asks while the real server is frozen, killed and started again. What changed meanwhile is not forgotten."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from home.tree import ensure_tree
from search import copy, indexer
from search.engines.elastic.server import breaker
from search.models import SearchUnsent
from search.notices import Notice
from search.tasks import reindex
from tests.conftest import Offered
from tests.search.conftest import library  # noqa: F401  a fixture of the search tests, wanted here too
from tests.search.library import ask, document, found

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash") or "/bin/bash"
LONGEST_ANSWER = 2.0
CAUGHT_UP_WITHIN = 60.0


class Server:
    """One of this test's own, started as CI starts its server, and the only one that is ever hurt."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ventanilla-dies-"))
        self.folder.chmod(0o755)
        environment = {name: value for name, value in os.environ.items() if name != "TEST_ELASTICSEARCH_URL"}
        environment["VENTANILLA_SERVICES"] = str(self.folder)
        script = [BASH, str(ROOT / ".ci/services/elasticsearch")]
        printed = subprocess.run(script, env=environment, capture_output=True, text=True, check=True).stdout
        self.url = printed.strip().rpartition("=")[2]
        self.pid = int((self.folder / "pids").read_text().split()[-1])

    def send(self, number: signal.Signals) -> None:
        for pid in reversed(family_of(self.pid)):
            os.kill(pid, number)

    def start_again(self) -> None:
        with (self.folder / "again.log").open("w") as log:
            self.pid = subprocess.Popen(
                [BASH, str(self.folder / "elasticsearch/run")], stdout=log, stderr=log, stdin=subprocess.DEVNULL
            ).pid

    def is_up(self) -> bool:
        return answers(self.url)

    def close(self) -> None:
        self.send(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=1) as answer:  # noqa: S310  the address of this test's own server
            return answer.status == 200
    except OSError:
        return False


def family_of(pid: int) -> list[int]:
    """A process and everything its threads started."""
    lists = [each.read_text().split() for each in Path(f"/proc/{pid}/task").glob("*/children")]
    return [pid, *(each for own in lists for child in own for each in family_of(int(child)))] if lists else []


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if "TEST_ELASTICSEARCH_URL" not in os.environ:
        yield None
        return
    server = Server()
    yield server
    server.close()


@pytest.fixture
def house(library, server, offered: Offered, settings, spanish, ana: Client) -> Iterator[Server]:  # noqa: F811
    """Asks this server, works in the background as in production."""
    offered("TEST_ELASTICSEARCH_URL")
    ensure_tree()
    settings.SEARCH_ENGINE = "auto"
    settings.ELASTICSEARCH_URL = server.url
    settings.ELASTICSEARCH_INDEX = "dies"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    library.keep(*(document(str(n), en=f"Food pantry {n}", es=f"Despensa {n}") for n in range(40)))
    settings.ELASTICSEARCH_TIMEOUT = 20.0  # A server that has just started is slow.
    indexer.fill_copy()
    wait_until(lambda: ask("food").engine == "elasticsearch")
    settings.ELASTICSEARCH_TIMEOUT = 0.9
    traffic(ana, 2.0)  # A process that has just started is slow too.
    yield server
    breaker.succeeded()


def wait_until(question: Callable[[], object], seconds: float = 120.0) -> float:
    began = time.monotonic()
    while not question():
        assert time.monotonic() - began < seconds, "waited in vain"
        time.sleep(0.5)
    return time.monotonic() - began


def work() -> None:
    """What `manage.py db_worker` does with everything that is due; here within the transaction of the test."""
    for due in list(DBTaskResult.objects.ready()):
        due.task.call(*due.args_kwargs["args"], **due.args_kwargs["kwargs"])
        due.delete()


def traffic(ana: Client, seconds: float) -> list[float]:
    """Ana asks again and again, in both languages; how long she waited each time."""
    waited: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for address in ("/en/search/?q=food", "/es/buscar/?q=despensa"):
            began = time.monotonic()
            assert ana.get(address).status_code == 200
            waited.append(time.monotonic() - began)
        answer = ask("food", facets=("kind",))
        waited.append(answer.milliseconds / 1000)
        assert (answer.total, len(answer.hits)) == (40, 20)
    return waited


def test_a_frozen_server_keeps_nobody_waiting(house: Server, ana: Client) -> None:
    Timer(1.0, house.send, [signal.SIGSTOP]).start()

    waited = traffic(ana, 6.0)
    answer, degraded = ask("food"), ana.get("/healthz")

    house.send(signal.SIGCONT)
    assert max(waited) < LONGEST_ANSWER
    assert answer.engine != "elasticsearch"
    assert Notice.SIMPLER in answer.notices
    assert (degraded.status_code, degraded.json()["search"]) == (200, "degraded")
    wait_until(lambda: ask("food").engine == "elasticsearch")


def test_what_changed_while_the_server_was_dead_is_found_when_it_is_back(house: Server, ana: Client, library) -> None:  # noqa: F811
    Timer(1.0, house.send, [signal.SIGKILL]).start()
    waited = traffic(ana, 5.0)
    assert max(waited) < LONGEST_ANSWER

    library.keep(document("new", en="Trapeze lessons"))
    library.withdraw("0")
    reindex.enqueue("thing", ["new", "0"])
    work()
    while_dead = found("trapeze")
    noted = SearchUnsent.objects.count()
    house.start_again()
    wait_until(house.is_up)

    def caught_up() -> bool:
        work()
        return not copy.is_behind()

    took = wait_until(caught_up)
    wait_until(lambda: ask("trapeze").engine == "elasticsearch")

    assert (while_dead, noted) == (["new"], 2)
    assert took < CAUGHT_UP_WITHIN
    wait_until(lambda: found("trapeze") == ["new"] and ask("pantry").total == 39, 5.0)
    assert not copy.drift()
