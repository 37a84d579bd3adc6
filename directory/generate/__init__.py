"""Any volume of plausible bilingual listings, for measurement; every row of them can be told apart and removed."""

from directory.generate.remove import remove_generated
from directory.generate.run import generate

__all__ = ["generate", "remove_generated"]
