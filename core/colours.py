"""A district's own colours: six tokens, and the arithmetic that keeps them readable."""

import re

# Token → (light, dark) as in tokens.css; what a district may change, and what it is read against.
DEFAULTS = {
    "paper": ("#faf5ea", "#16140f"),
    "primary": ("#0f4a4f", "#8ed3d4"),
    "marker": ("#ffd44f", "#ffd44f"),
}
INK = ("#211c14", "#f4eee2")
ON_MARKER = "#211c14"
ENOUGH = 7.0

HEX = re.compile(r"#[0-9a-fA-F]{6}")


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, WCAG 2.2."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def stylesheet(chosen: dict[str, tuple[str, str]]) -> str:
    """The tokens a district changed, as CSS; anything that is no colour is left out."""
    pairs = {name: pair for name, pair in chosen.items() if all(map(HEX.fullmatch, pair))}
    if not pairs:
        return ""
    light = " ".join(f"--{name}: {pair[0]};" for name, pair in pairs.items())
    both = " ".join(f"--{name}: light-dark({pair[0]}, {pair[1]});" for name, pair in pairs.items())
    # Browsers that do not know `light-dark()` get the light colours.
    return (
        f"@layer tokens {{ :root {{ {light} }} @supports (color: light-dark(#000, #fff)) {{ :root {{ {both} }} }} }}\n"
    )
