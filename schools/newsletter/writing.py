"""An issue as a mail carries it: the same words as its page, plain and simply formatted, without pictures."""

from html import unescape
from typing import Any

from django.conf import settings
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from schools.newsletter.models import NewsletterIssuePage

LINE_ENDS = ("</p>", "</li>", "</h3>", "<br/>", "<br>")


def words_of(issue: NewsletterIssuePage) -> dict[str, Any]:
    """For the templates of its mail."""
    html = [_formatted(block.block_type, block.value) for block in issue.body]
    return {
        "issue_html": format_html_join("\n", "{}", ((part,) for part in html if part)),
        "issue_text": "\n\n".join(text for part in html if (text := _plain(part))),
    }


def _formatted(kind: str, value: Any) -> SafeString:
    """Pictures stay on the page: a mail that loads them tells somebody that it was opened."""
    if kind == "heading":
        return format_html("<h2>{}</h2>", value)
    if kind == "paragraph":
        whole = expand_db_html(value.source).replace('href="/', f'href="{settings.PUBLIC_URL}/')
        return mark_safe(whole)
    if kind == "steps":
        return format_html("<ol>{}</ol>", format_html_join("", "<li>{}</li>", ((step,) for step in value)))
    if kind == "callout":
        return format_html("<p><strong>{}</strong> {}</p>", value["text"], value["phone"] or "")
    return SafeString("")


def _plain(html: str) -> str:
    for end in LINE_ENDS:
        html = html.replace(end, f"{end}\n")
    return unescape(strip_tags(html.replace("<li>", "<li>- "))).strip()
