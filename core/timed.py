"""What happens because time has passed. Features register their steps; one command, `tick`, runs them all."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command

logger = logging.getLogger(__name__)

Step = Callable[[], object]
_steps: dict[str, Step] = {}


def register_step(name: str, step: Step) -> None:
    """`step` runs at every tick, every few minutes: it must be quick when there is nothing to do, and safe twice."""
    _steps[name] = step


def run_steps() -> list[str]:
    """Run every step, whatever happens to the others; the names of those that failed."""
    return [name for name, step in _steps.items() if not _run(name, step)]


def _run(name: str, step: Step) -> bool:
    try:
        step()
    except Exception:
        logger.exception("The timed step %s failed", name)
        return False
    return True


def prune_task_results() -> None:
    if settings.TASKS_RUN == "database":
        call_command("prune_db_task_results", verbosity=0)


register_step("publish scheduled pages and listings", lambda: call_command("publish_scheduled", verbosity=0))
register_step("forget finished tasks", prune_task_results)
register_step("forget sessions that have ended", lambda: call_command("clearsessions"))
