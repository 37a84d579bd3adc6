"""What documents can be about. Features that give documents subjects register here from `AppConfig.ready`."""

from collections.abc import Callable, Iterable, Mapping

# From codes to their names in the language of the moment; without the codes that do not exist.
Names = Callable[[frozenset[str]], Mapping[str, str]]

_registered: dict[str, Names] = {}


def register(name: str, names: Names) -> None:
    _registered[name] = names


def names(codes: Iterable[str]) -> dict[str, str]:
    """The names of the codes that anybody knows, in the order of the codes."""
    wanted = tuple(codes)
    known = {code: name for each in _registered.values() for code, name in each(frozenset(wanted)).items()}
    return {code: known[code] for code in wanted if code in known}
