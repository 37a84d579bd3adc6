"""The invented district of the demo, read from `directory/data/demo/*.toml`."""

from directory.demo.load import load_listings
from directory.demo.questions import load_questions
from directory.demo.tags import load_tags

__all__ = ["load_listings", "load_questions", "load_tags"]
