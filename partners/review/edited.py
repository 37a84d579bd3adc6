"""What a moderator wrote instead of what was proposed is checked as the partner's own form would."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from partners.desk.fields import field_for
from partners.desk.form import stored
from partners.values import language_of
from partners.wording import label_of, model_of


def edited(kind: str, path: str, text: str) -> Any:
    """As a revision holds it. Raises a ValidationError that names the value."""
    name = path.partition("@")[0].rpartition("/")[2]
    field = field_for(model_of(kind, path), name, text, settings.COUNTRY)
    field.required = field.required and not language_of(path)
    try:
        return stored(field.clean(text))
    except ValidationError as refusal:
        raise ValidationError([f"{label_of(kind, path)}: {said}" for said in refusal.messages]) from refusal
