"""The demo as a family meets it: its own database, its own server, a real browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import Offered

ROOT = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)  # Before the workers divide the tests among them.
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them in one process: the demo is loaded once."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium(offered: Offered) -> str:
    """The path of the browser's program."""
    return offered("CHROMIUM")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """Address of a server with the demo content, its language prefix left out."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "VENTANILLA_VAR": str(folder),
        "DEBUG": "0",
        "ALLOWED_HOSTS": "127.0.0.1",
        "MAP_TILE_URL": "/static/home/icon.svg?{z}-{x}-{y}",  # Tiles of our own server: nothing leaves the machine.
    }
    for command in (["migrate", "--verbosity=0"], ["load_demo"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
    port = _free_port()
    command = ["manage.py", "runserver", "--noreload", "--skip-checks", "--insecure", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/en/")
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def browser(site: str, chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """Ana's phone: 360 pixels wide."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, base_url=site)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780}, base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def desk(browser: Browser, site: str, width: int) -> BrowserContext:
    return browser.new_context(viewport={"width": width, "height": 900}, base_url=site)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, seconds: int = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5)  # noqa: S310  our own server on this machine
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    pytest.fail(f"{address} did not answer in {seconds} seconds")
