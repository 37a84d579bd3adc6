"""A click that leads to another page, and the wait for that page."""

from playwright.sync_api import Locator


def follow(link: Locator) -> None:
    """Click, and be where it leads: what is seen right after a click may still be the page before it."""
    with link.page.expect_navigation():
        link.click()
