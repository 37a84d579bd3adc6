"""Read before any other file of settings: all of them may then ask for what stands in `.env`."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]

env = environ.Env()
environ.Env.read_env(ROOT / ".env")
