"""One page of every template and every state, by its English address; the Spanish one is found as a reader does."""

from playwright.sync_api import Page

PAGES = {
    "home": "/en/",
    "directory": "/en/directory/",
    "about": "/en/directory/about/",
    "need": "/en/directory/needs/food/",
    "service": "/en/directory/mesa-sereno-pantry/",
    "service in four places": "/en/directory/mesa-sereno-truck/",
    "service closed for now": "/en/directory/rent-help/",
    "service in English only": "/en/directory/grief-group/",
    "service at a private address": "/en/directory/emergency-safe-house/",
    "organization": "/en/directory/organizations/mesa-sereno-food-bank/",
    "guides": "/en/guides/",
    "guide": "/en/guides/how-to-use-this-directory/",
    "schools": "/en/schools/",
    "schools by grade and place": "/en/schools/?zip=93905&grade=3",
    "school": "/en/schools/cielo-claro/",
    "school without an ambassador": "/en/schools/rosa-almendra/",
    "topics": "/en/topics/",
    "topic with crisis lines": "/en/topics/social-emotional-learning/",
    "topic by grade": "/en/topics/learning-at-home/",
    "topic with pillars": "/en/topics/what-is-a-community-school/",
    "pillar": "/en/topics/what-is-a-community-school/integrated-support-services/",
    "programme": "/en/topics/community-schools/",
    "values": "/en/topics/heart/",
    "value": "/en/topics/heart/access/",
    "promises": "/en/topics/promises/",
    "crisis": "/en/topics/crisis/",
    "people of the office": "/en/topics/people/",
    "news": "/en/news/",
    "story with a picture": ("/en/schools/los-gorriones/news/sixty-families-planted-the-garden-of-los-gorriones/"),
    "ask for an interpreter": "/en/interpreter/",
    "council": "/en/schools/cielo-claro/advisory-council/",
    "council late with its agenda": "/en/schools/los-gorriones/english-learner-committee/",
    "council of the district": "/en/board-of-the-district/",
    "meeting": "/en/schools/cielo-claro/advisory-council/next-meeting/",
    "meeting cancelled": "/en/board-of-the-district/bus-routes/",
    "joining a council": "/en/schools/cielo-claro/advisory-council/join/",
    "needs drive": "/en/after-the-fire/",
    "needs drive that is over": "/en/winter-coats/",
    "pledging things": "/en/after-the-fire/pledge/",
    "newsletter": "/en/newsletter/",
    "issue of the newsletter": "/en/newsletter/back-to-school-who-helps-whom/",
    "newsletter by mail": "/en/newsletter-by-mail/",
    "yes to the newsletter": "/en/newsletter-by-mail/yes/example/",
    "leave the newsletter": "/en/newsletter-by-mail/leave/example/",
    "ideas and concerns": "/en/ideas/",
    "what we heard": "/en/ideas/what-we-heard/",
    "ideas of a school": "/en/ideas/?school=cielo-claro",
    "search": "/en/search/?q=food",
    "search with filters": "/en/search/?q=food&cost=free&zip=93905&open=now",
    "search without results": "/en/search/?q=qqqqxyz&cost=free",
    "search without a question": "/en/search/",
    "search with one result": "/en/search/?q=mesa+sereno+truck",
    "search with a sentence": "/en/search/?q=food+near+93905+on+saturday",
    "search in danger": "/en/search/?q=suicide",
    "ask": "/en/ask/",
    "not found": "/en/no-such-page/",
    "sign in": "/accounts/login/",
}


def visit(page: Page, name: str, language: str) -> None:
    """Open a page by its name; for Spanish by the language switch in its header."""
    page.goto(PAGES[name])
    if language == "es" and name != "sign in":
        with page.expect_navigation():
            page.locator("header a[hreflang=es]").click()
