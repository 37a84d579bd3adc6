from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Django's own, without guesses: a new text is empty until somebody has translated it."""

    msgmerge_options = ["-q", "--backup=none", "--update", "--no-fuzzy-matching"]
