"""What words mean: sets of words and phrases of all languages that stand for one thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Phrases = Mapping[str, tuple[str, ...]]  # By language, as people write them.


@dataclass(frozen=True, kw_only=True)
class Concept:
    """`words` are typed and looked for; `said` are only typed: they lead here and pull nothing.

    `subjects` are codes of `search.document.Document.subjects` that are just this. Who asks for the concept of the code
    `broader` also means this one, never the other way round. Inside a phrase of `unless` the words mean something else.
    """

    code: str
    words: Phrases = field(default_factory=dict)
    said: Phrases = field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    broader: str = ""
    unless: tuple[str, ...] = ()

    def typed(self, language: str) -> tuple[str, ...]:
        """Everything people write for it in a language."""
        return (*self.words.get(language, ()), *self.said.get(language, ()))
