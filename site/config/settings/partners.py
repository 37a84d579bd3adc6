"""How a listing is kept true, as numbers an office can change."""

from config.settings.environment import env

# Families are told that a listing may have changed, and that it may be out of date.
LISTING_AGES_AFTER_DAYS = env.int("LISTING_AGES_AFTER_DAYS", default=180)
LISTING_GOES_STALE_AFTER_DAYS = env.int("LISTING_GOES_STALE_AFTER_DAYS", default=365)
# How to reach somebody who reported or suggested something is forgotten after so many days.
REPORTERS_KEPT_DAYS = env.int("REPORTERS_KEPT_DAYS", default=180)
