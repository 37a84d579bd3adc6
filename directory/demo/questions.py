from datetime import date, timedelta

from directory.demo.files import read
from search.log.discretion import kept
from search.log.models import QueryLog

DAYS = 4  # Over so many of the days before.


def load_questions(day: date) -> None:
    """Questions of the weeks before `day`, unless the log has begun already."""
    if QueryLog.objects.exists():
        return
    for number, (language, words, asked, results, opened) in enumerate(read("questions.toml")["asked"]):
        QueryLog.objects.create(
            day=day - timedelta(days=1 + number % DAYS),
            language=language,
            text=kept(words),
            spelling=words,
            asked=asked,
            results=results,
            nothing=0 if results else asked,
            opened=opened,
        )
