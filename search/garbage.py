"""Python's search for circles, held back while very many objects are made and let go again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 100)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What is there already (the thesaurus, all of Django) is not looked through again and again.

    Measured on a rebuild of the index: more than half of its time went there. For the whole process, so for commands
    and tasks, not for a request.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
