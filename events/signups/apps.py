from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignUpsConfig(AppConfig):
    name = "events.signups"
    label = "signups"
    verbose_name = _("Sign-ups")

    def ready(self) -> None:
        from core.timed import register_step
        from events.making_dates import date_leaves, dates_made
        from events.sections import register_section
        from events.signups import codes, reminding, telling, waiting
        from events.signups.sections import shifts_section
        from events.signups.shift_dates import leave_empty_ones, make_shift_dates
        from events.volunteers.checking import cleared

        date_leaves.connect(leave_empty_ones, dispatch_uid="signups.leave")
        dates_made.connect(make_shift_dates, dispatch_uid="signups.shift_dates")
        dates_made.connect(telling.tell_of, dispatch_uid="signups.tell")
        cleared.connect(waiting.confirm_cleared, dispatch_uid="signups.cleared")
        register_step("pass on places that nobody took", waiting.pass_on_expired)
        register_step("tell what has changed", telling.tell_all)
        register_step("remind volunteers", reminding.remind)
        register_step("forget codes", codes.forget_codes)
        register_section("shifts", 10, shifts_section)
