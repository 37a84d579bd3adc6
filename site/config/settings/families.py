"""What the house promises families who write to it, as numbers an office can change."""

from config.settings.environment import env

# Days on which nobody works, as 2026-11-26,2026-11-27: no promise counts them.
HOLIDAYS = env.list("HOLIDAYS", default=[])
# Business days it takes to find an interpreter; a language of its own by its code (INTERPRETER_LEAD_DAYS_ASL for ase).
INTERPRETER_LEAD_DAYS = {
    "": env.int("INTERPRETER_LEAD_DAYS", default=5),
    "ase": env.int("INTERPRETER_LEAD_DAYS_ASL", default=15),
}
INTERPRETER_ANSWER_DAYS = env.int("INTERPRETER_ANSWER_DAYS", default=1)

# On so many business days somebody answers who asked for help.
REQUEST_ANSWERED_WITHIN_DAYS = env.int("REQUEST_ANSWERED_WITHIN_DAYS", default=2)
REQUESTS_EMAIL = env("REQUESTS_EMAIL", default="")  # Where nobody at the school answers; else the office's own.
NEWSLETTER_CONFIRM_WITHIN_DAYS = env.int("NEWSLETTER_CONFIRM_WITHIN_DAYS", default=7)  # Then the address is deleted.

AGENDA_NOTICE_HOURS = env.int("AGENDA_NOTICE_HOURS", default=72)  # Unless a council says otherwise.
# What families tell us about themselves is emptied so long after it is settled: a request closed, a day for which an
# interpreter was asked over, an idea answered, a wish to join a council closed.
PERSONAL_DATA_KEPT_DAYS = env.int("PERSONAL_DATA_KEPT_DAYS", default=90)
# And so long after anybody last touched it, where nobody ever settles it.
PERSONAL_DATA_KEPT_UNTOUCHED_DAYS = env.int("PERSONAL_DATA_KEPT_UNTOUCHED_DAYS", default=365)
# Where "Leave this page" leads: a page that many people have open and that tells nothing.
QUICK_EXIT_URL = env("QUICK_EXIT_URL", default="https://weather.com/")

# -- Forms of the public. Counts are for ten minutes, in the cache: without Redis each process counts by itself.
PUBLIC_FORM_LIMITS = {
    "address": env.int("FORMS_PER_ADDRESS", default=10),  # One form, sent from one address.
    "site": env.int("FORMS_PER_SITE", default=200),  # All forms, sent from everywhere.
}
# Networks whose people share one address, as in a school: they may send twenty times as much.
SHARED_ADDRESSES = env.list("SHARED_ADDRESSES", default=[])
