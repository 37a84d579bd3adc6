"""What the house promises those who help, as numbers an office can change."""

from config.settings.environment import env

# Who helped, and how to reach them, is emptied so many days after it is over: a school year and 90 days more, for
# thanks and questions. That somebody helped, with what and how much, stays.
HELPERS_KEPT_DAYS = env.int("HELPERS_KEPT_DAYS", default=365 + 90)
