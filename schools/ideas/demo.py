"""Ideas of the demo and what was answered, from `schools/data/demo/ideas.toml`."""

from collections.abc import Mapping
from datetime import date, timedelta

from schools.demo import read
from schools.ideas.box import move, receive
from schools.ideas.models import Heard, Idea
from schools.models import SchoolPage


def load_ideas(schools: Mapping[str, SchoolPage], today: date) -> None:
    """Nothing where there is something already."""
    data, first = read("ideas.toml"), next(iter(schools.values()), None)
    if not Idea.objects.exists():
        for row in data["ideas"]:
            words = {name: row[name] for name in ("kind", "words", "language")}
            idea = receive(**words, school=first, way="")
            if "state" in row:
                move(idea, row["state"])
    if not Heard.objects.exists():
        for row in data["heard"]:
            words = {name: row[name] for name in ("theme", "heard", "did")}
            school = first if row.get("school") else None
            Heard.objects.create(**words, school=school, on=today - timedelta(days=row["days"]), is_public=True)
