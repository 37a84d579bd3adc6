import tomllib
import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "data" / "demo"
NAMESPACE = uuid.UUID("0f4f3f0e-7a54-4c54-9a0c-9f3f1d2b7a11")


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def organizations() -> list[dict[str, Any]]:
    """All organizations of all files, the files in alphabetical order."""
    listed = [read(path.name) for path in sorted(FOLDER.glob("*.toml"))]
    return [organization for file in listed for organization in file.get("organizations", [])]


def key_id(kind: str, key: str) -> uuid.UUID:
    """The same on every machine and at every loading."""
    return uuid.uuid5(NAMESPACE, f"{kind}:{key}")


def days_from(day: date, days: int | None) -> date | None:
    return None if days is None else day + timedelta(days=days)
