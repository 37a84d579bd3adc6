"""What every form of families, volunteers and partners shares: it is guarded without puzzles, and loses nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.forms.stamp import Stamp, stamp_in
from core.forms.turning import all_straight

STAMP = "shown"
TRAP = "homepage"  # Programs fill in every field; browsers have nothing to suggest for this name.


class PublicForm(forms.Form):
    """A form that anybody may send. A refusal is a sentence at the top; what was typed stays where it was."""

    required_css_class = "field--required"

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.data = all_straight(self.data)
        # The stamp it came back with, if that is ours.
        self.sent_stamp = stamp_in(str(self.data.get(STAMP, "")), self.form_name()) if self.is_bound else None
        self.stamp = self.sent_stamp or Stamp.fresh()

    @classmethod
    def form_name(cls) -> str:
        """What tells this form from others in stamps and counts."""
        return f"{cls.__module__}.{cls.__qualname__}"

    @property
    def key(self) -> str:
        """The same for every sending of one shown form."""
        return self.stamp.key

    @property
    def guard(self) -> dict[str, str]:
        """For components/form_guard.html."""
        return {"stamp_name": STAMP, "stamp": self.stamp.signed(self.form_name()), "trap_name": TRAP}

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and (sentence := self._guard_refuses()):
            self.add_error(None, sentence)

    def _guard_refuses(self) -> str:
        """Each has an innocent cause too: the sentence says what to do, and doing it helps."""
        if self.sent_stamp is None:
            return _("We could not see when this form was opened. Everything you wrote is still here: send it again.")
        if self.sent_stamp.too_old:
            self.stamp = self.sent_stamp.renewed()
            return _("This form was open for more than a day. Please look it over once more, then send it.")
        if self.data.get(TRAP, "").strip():
            return _("A field that people cannot see was filled in. Nothing you wrote is lost: please send it again.")
        if self.sent_stamp.too_quick:
            return _("That was very quick. Please look over what you wrote, then send it again.")
        return ""
