"""What an office may decide about events and sign-ups, as numbers."""

from config.settings.environment import env

EVENTS_AHEAD_DAYS = env.int("EVENTS_AHEAD_DAYS", default=400)  # As far ahead dates are made of what repeats.
OFFER_HOURS = env.int("OFFER_HOURS", default=24)  # So long a place that became free is kept for the next in line.
CONSENT_HOURS = env.int("CONSENT_HOURS", default=72)  # So long a place is kept until a parent agrees.
# Whether partners' calendars may lie on the district's own network; else nobody can make us ask around there.
EVENT_IMPORTS_FROM_INSIDE = env.bool("EVENT_IMPORTS_FROM_INSIDE", default=False)
SCHOOL_YEAR_BEGINS = env("SCHOOL_YEAR_BEGINS", default="07-01")  # Month and day; hours are counted by school years.
