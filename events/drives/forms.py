"""What is asked of somebody who wants to bring something: four questions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms.public import PublicForm
from events.drives.models.drive import MOST
from events.drives.public.items import ShownItem
from schools.ways import WayField


def quantity_field(**more: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=_("How many can you bring?"),
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput({"inputmode": "numeric"}),
        **more,
    )


class PledgeForm(PublicForm):
    """`items`: those of the drive. What others have pledged meanwhile stays a choice, so that it is said in words."""

    item = forms.ChoiceField(label=_("What can you bring?"), widget=forms.RadioSelect)
    quantity = quantity_field()
    name = forms.CharField(
        label=_("Your first name or a nickname"),
        max_length=60,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    reach = WayField(
        label=_("How can we reach you?"),
        help_text=_(
            "Your e-mail address or your phone number. To an e-mail address we send where to bring it, and a reminder."
        ),
    )

    def __init__(self, *args: Any, items: Iterable[ShownItem], **kwargs: Any):
        super().__init__(*args, **kwargs)
        shown = [item for item in items if item.left or self.is_bound]
        chosen: Any = self.fields["item"]
        chosen.choices = [(str(item.key), item.offered) for item in shown]


class DeskPledgeForm(PledgeForm):
    """Somebody stands at the counter, or is on the phone."""

    language = forms.ChoiceField(label=_("Which language do they read?"), choices=lambda: settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["item"].label = _("What do they bring?")
        self.fields["quantity"].label = _("How many?")
        self.fields["name"].label = _("First name or nickname")
        self.fields["reach"].label = _("E-mail address or phone number")
        self.fields["reach"].help_text = _("May stay empty: then print the slip.")
        self.fields["reach"].required = False


class ChangeForm(PublicForm):
    quantity = quantity_field(help_text=_("If you cannot bring any, use the button below."))
