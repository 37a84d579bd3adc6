"""Why a file is not taken: one sentence that names the file and says what to do instead."""

from typing import Any

from django.core.exceptions import ValidationError


def refusal(sentence: Any, name: str, *, code: str = "refused") -> ValidationError:
    """`sentence` names the file as %(name)s."""
    return ValidationError(sentence, code=code, params={"name": name})
