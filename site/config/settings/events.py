"""What an office may decide about events and sign-ups, as numbers."""

import environ

env = environ.Env()

EVENTS_AHEAD_DAYS = env.int("EVENTS_AHEAD_DAYS", default=400)  # As far ahead dates are made of what repeats.
