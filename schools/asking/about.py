"""The listing somebody was reading when they asked: a path of this site, and nothing else that a stranger may write."""

import re

PATH = re.compile(r"/[a-z]{2}(/[\w-]+)*/?")
LONGEST = 300


def local_path(text: str) -> str:
    """Empty for anything that is no path of ours; a query could carry what nobody should keep."""
    path = text.strip()[:LONGEST].partition("?")[0]
    return path if PATH.fullmatch(path) else ""
