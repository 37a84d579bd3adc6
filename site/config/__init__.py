"""The settings package; importing it makes the apps importable from any entry point (gunicorn, scripts)."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(1, ROOT)
