from typing import Any

from allauth.account.forms import RequestLoginCodeForm

from core.accounts.doors import may_enter_the_admin


class CodeForm(RequestLoginCodeForm):
    """A code by mail is the way in of partners. Who works in the admin has a password and a second factor instead."""

    def clean_email(self) -> str:
        email = str(super().clean_email())
        account: Any = vars(self).get("_user")
        if account is not None and may_enter_the_admin(account):
            self._user = None  # The page that follows is the same: nobody learns whose address this is.
        return email
