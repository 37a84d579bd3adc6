"""What the first question of a process would have to wait for, done before it: tables and the thesaurus are read."""

import logging

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from search import registry
from search.question import question
from search.spelling import repair
from search.thesaurus import stored
from search.thesaurus.promoted import answers_for
from search.zips import point_of_zip

logger = logging.getLogger(__name__)
UNKNOWN = "zzxqj 00000"


def warm() -> None:
    """Never fails: a process without its database is told so by the first request."""
    try:
        asked = question(UNKNOWN, stored.current())
        repair(UNKNOWN, asked, settings.LANGUAGE_CODE)
        answers_for(UNKNOWN, settings.LANGUAGE_CODE)
        registry.reader().read(UNKNOWN, timezone.now())
        point_of_zip("00000")
    except DatabaseError:
        logger.warning("The search could not be made ready beforehand.", exc_info=True)
    finally:
        connection.close()
