"""How a listing is kept true, as numbers an office can change."""

from config.settings.environment import env

# Families are told that a listing may have changed, and that it may be out of date.
LISTING_AGES_AFTER_DAYS = env.int("LISTING_AGES_AFTER_DAYS", default=180)
LISTING_GOES_STALE_AFTER_DAYS = env.int("LISTING_GOES_STALE_AFTER_DAYS", default=365)
# How to reach somebody who reported or suggested something is forgotten after so many days.
REPORTERS_KEPT_DAYS = env.int("REPORTERS_KEPT_DAYS", default=180)
# So many days after it was confirmed a listing is to be confirmed again: what families go by sooner than an
# organization's own words.
LISTING_CONFIRM_DAYS = env.int("LISTING_CONFIRM_DAYS", default=130)
ORGANIZATION_CONFIRM_DAYS = env.int("ORGANIZATION_CONFIRM_DAYS", default=330)
LISTING_ASK_DAYS = env.list("LISTING_ASK_DAYS", cast=int, default=[0, 21, 42])  # When letters go, from the first on.
LISTING_CALL_AFTER_DAYS = env.int("LISTING_CALL_AFTER_DAYS", default=7)  # After the last letter somebody calls.
LISTING_CALL_AGAIN_DAYS = env.int("LISTING_CALL_AGAIN_DAYS", default=3)  # Where nobody answered.
# Links and mail domains of listings are tried again after so many days, so many at one tick.
LINKS_CHECKED_EVERY_DAYS = env.int("LINKS_CHECKED_EVERY_DAYS", default=7)
LINKS_A_TICK = env.int("LINKS_A_TICK", default=20)
# Who is asked whether a domain takes mail, `192.0.2.1` or `192.0.2.1:5353`; empty: what the machine itself asks.
MAIL_NAMESERVERS = env.list("MAIL_NAMESERVERS", default=[])
