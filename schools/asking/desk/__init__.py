"""Where ambassadors and the office work on requests."""
