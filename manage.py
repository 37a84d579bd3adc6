#!/usr/bin/env python
import os
import sys
from pathlib import Path

# `site/` is a plain folder (Python's own `site` module owns the name), so its package is put on the path here.
sys.path[:0] = [str(Path(__file__).resolve().parent / "site")]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
