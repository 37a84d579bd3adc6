"""What a reader should know about an answer, as a code for programs and in words for people."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Notice(StrEnum):
    CORRECTED = "corrected"
    SOME_WORDS = "some_words"
    SOME_FIRST = "some_first"
    NOTHING = "nothing"
    FILTERS_LEFT_OUT = "filters_left_out"
    SIMPLER = "simpler"


NOTICE_WORDS = {
    Notice.CORRECTED: _("Nothing matched the words as you wrote them, so these are results for similar words."),
    Notice.SOME_WORDS: _("Nothing has all of your words. These results have some of them."),
    Notice.SOME_FIRST: _("The first results have all of your words. The others have some of them."),
    Notice.NOTHING: _("We found nothing with these words. Try fewer or other words."),
    Notice.FILTERS_LEFT_OUT: _("Nothing fits all of what you asked for. These results leave some of it out."),
    Notice.SIMPLER: _("Search is running in a simpler mode right now. All listings are here."),
}
