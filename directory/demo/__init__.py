"""The invented district of the demo, read from `directory/data/demo/*.toml`."""

from directory.demo.load import load_listings

__all__ = ["load_listings"]
