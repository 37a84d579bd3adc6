"""What an office may decide about events and sign-ups, as numbers."""

from config.settings.environment import env

EVENTS_AHEAD_DAYS = env.int("EVENTS_AHEAD_DAYS", default=400)  # As far ahead dates are made of what repeats.
OFFER_HOURS = env.int("OFFER_HOURS", default=24)  # So long a place that became free is kept for the next in line.
CONSENT_HOURS = env.int("CONSENT_HOURS", default=72)  # So long a place is kept until a parent agrees.
SCHOOL_YEAR_BEGINS = env("SCHOOL_YEAR_BEGINS", default="07-01")  # Month and day; hours are counted by school years.
