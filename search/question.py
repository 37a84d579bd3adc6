"""From a reader's words to what an engine looks for: clauses of tokens, per language of the index."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from search.analysis import fold, is_common, stems, words
from search.languages import languages, weak_words
from search.thesaurus.reading import Meaning, Span, Thesaurus

LONGEST_TEXT = 10_000
MOST_CLAUSES = 24  # Nobody means more words than that; the databases have limits too.

# By language. A token with blanks is a phrase: those tokens side by side.
Tokens = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Clause:
    """What one word or phrase of the reader's asks for. A document has it if it has, in one language,

    any of the typed `tokens`, or all `parts` of a phrase, or any token that `means` the same; and none of the phrases
    in `unless`, within which the words mean something else. A document about one of the `subjects` has it anyway.
    """

    word: str
    tokens: Tokens
    parts: tuple["Clause", ...] = ()
    means: Tokens = field(default_factory=dict)
    unless: Tokens = field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()

    def typed(self, language: str) -> tuple[str, ...]:
        """The tokens of the words as the reader wrote them."""
        own = self.tokens.get(language, ())
        return (*own, *(token for part in self.parts for token in part.typed(language)))

    def marked(self, language: str) -> set[str]:
        """The tokens that show why a text was found; the words of a phrase may stand there by chance."""
        typed = {token for phrase in self.typed(language) for token in phrase.split()}
        return typed | {token for token in self.means.get(language, ()) if " " not in token}


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


def question(text: str, thesaurus: Thesaurus | None = None) -> Question:
    """Any text at all makes a question; operators and signs mean nothing."""
    text = text[:LONGEST_TEXT]
    found = [match.group() for match in words(text)]
    kept = [word for word in map(fold, found) if word and not is_common(word, languages())][: 4 * MOST_CLAUSES]
    spans = thesaurus.spans(kept) if thesaurus else []
    clauses = {each.word: each for each in _without_weak(list(_clauses(kept, spans)))}
    unfinished = kept[-1] if kept and text.endswith(found[-1]) and fold(found[-1]) == kept[-1] else ""
    return Question(tuple(clauses.values())[:MOST_CLAUSES], unfinished=unfinished)


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


def _without_weak(clauses: list[Clause]) -> list[Clause]:
    """Words around a question say nothing where others say more."""
    weak = {word for language in languages() for word in weak_words(language)}
    return [each for each in clauses if each.concepts or each.word not in weak] or clauses


def _clauses(asked: Sequence[str], spans: Sequence[Span]) -> Iterator[Clause]:
    begins = {span.start: span for span in spans}
    at = 0
    while at < len(asked):
        span = begins.get(at)
        if span is None:
            yield clause(asked[at])
            at += 1
        else:
            yield _meaning(asked[span.start : span.end], span.meaning)
            at = span.end


def _meaning(typed: Sequence[str], meaning: Meaning) -> Clause:
    parts = tuple(map(clause, typed))
    return Clause(
        " ".join(typed),
        parts[0].tokens if len(parts) == 1 else {},
        parts if len(parts) > 1 else (),
        meaning.tokens,
        meaning.unless,
        meaning.subjects,
        meaning.codes,
    )
