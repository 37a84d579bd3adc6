"""What the page of a drive shows: what is still needed first, then where and when to bring it."""

from typing import Any

from core.clock import day_and_year_in_words
from core.context import dialable
from core.models import said
from events.drives.models import DrivePage
from events.drives.public.items import shown_items
from events.drives.public.place import place_of
from events.drives.standing import DriveState, state_of
from schools.calendar import today

FINISHED = (DriveState.OVER, DriveState.CLOSED_EARLY)


def drive_context(page: DrivePage) -> dict[str, Any]:
    """`page` in the reader's language; its facts are read off the page that owns them."""
    drive, language, day = page.facts, page.locale.language_code, today()
    items = shown_items(drive, language)
    state = state_of(drive, [item.left for item in items], day)
    school = drive.school
    return {
        "drive": drive,
        "state": state,
        "is_open": state == DriveState.OPEN,
        "is_finished": state in FINISHED,
        "takes_things": drive.last_drop_off_on is None or day <= drive.last_drop_off_on,
        "items": items,
        "place": place_of(drive, language),
        "opens": day_and_year_in_words(drive.opens_on) if drive.opens_on else "",
        "closes": day_and_year_in_words(drive.closes_on) if drive.closes_on else "",
        "thanks": said(drive.thanks, language),
        "school": school.in_language(language) if school else None,
        "phone_href": f"tel:{dialable(drive.phone)}" if drive.phone else "",
        "pledge_url": f"{page.url}pledge/",
    }
