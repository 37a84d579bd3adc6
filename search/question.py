"""From a reader's words to what an engine looks for: clauses of tokens, per language of the index."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from search.analysis import fold, is_common, stems, words
from search.languages import languages

LONGEST_TEXT = 10_000
MOST_CLAUSES = 24  # Nobody means more words than that; the databases have limits too.


@dataclass(frozen=True)
class Clause:
    """One word of the reader's: a document has it if it has any of the tokens in their language."""

    word: str
    tokens: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Question:
    """Without clauses it asks for everything. `every` wants all clauses, otherwise one will do."""

    clauses: tuple[Clause, ...] = ()
    every: bool = True
    titles_only: bool = False
    # The word the reader may still be typing: the last one, unless something follows it.
    unfinished: str = field(default="", compare=False)

    def __bool__(self) -> bool:
        return bool(self.clauses)


def question(text: str) -> Question:
    """Any text at all makes a question; operators and signs mean nothing."""
    text = text[:LONGEST_TEXT]
    found = [match.group() for match in words(text)]
    folded = [each for each in dict.fromkeys(map(fold, found)) if each]
    kept = [word for word in folded if not is_common(word, languages())][:MOST_CLAUSES]
    unfinished = kept[-1] if kept and text.endswith(found[-1]) and fold(found[-1]) == kept[-1] else ""
    return Question(tuple(map(clause, kept)), unfinished=unfinished)


def clause(word: str) -> Clause:
    return Clause(word, {language: stems(word, language) for language in languages()})


def either(word: str, alternatives: Iterable[tuple[str, str]]) -> Clause:
    """A clause for a word that stands for other words, given as (language, folded word)."""
    tokens: dict[str, tuple[str, ...]] = {}
    for language, alternative in alternatives:
        tokens[language] = tuple(dict.fromkeys((*tokens.get(language, ()), *stems(alternative, language))))
    return Clause(word, tokens)


def replaced(asked: Question, change: Callable[[Clause], Clause | None]) -> Question:
    """The same question with clauses changed; None leaves a clause out."""
    return replace(asked, clauses=tuple(new for each in asked.clauses if (new := change(each)) is not None))
