"""Elena signs in: with her password and her code, and by no other way."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from core.models import User

PASSWORD = "correct-horse-battery"
SIGN_IN = "/accounts/login/"
CODE = "/accounts/2fa/authenticate/"


@pytest.fixture(autouse=True)
def mfa_required(settings) -> None:
    settings.STAFF_MFA_REQUIRED = True
    cache.clear()  # The counts of the rate limits.


@pytest.fixture
def elena(db: None) -> User:
    return User.objects.create_superuser("elena", "elena@example.org", PASSWORD)


@pytest.fixture
def secret(elena: User) -> str:
    """What Elena's phone and this house both know."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(elena, secret)
    return secret


def code_now(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def sign_in(client: Client, *, login: str = "elena", password: str = PASSWORD, next_page: str = ""):
    return client.post(SIGN_IN, {"login": login, "password": password, "next": next_page})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_elena_signs_in_with_password_and_code(client: Client, secret: str) -> None:
    assert sign_in(client).url == CODE
    assert not is_signed_in(client)

    response = client.post(CODE, {"code": code_now(secret)})

    assert response.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_elena_may_write_her_mail_address_instead_of_her_name(client: Client, secret: str) -> None:
    assert sign_in(client, login="elena@example.org").url == CODE


def test_after_signing_in_elena_lands_on_the_page_she_asked_for(client: Client, secret: str) -> None:
    asked = client.get("/admin/pages/", follow=True)
    assert asked.redirect_chain[-1][0] == f"{SIGN_IN}?next=/admin/pages/"

    sign_in(client, next_page="/admin/pages/")

    assert client.post(CODE, {"code": code_now(secret)}).url == "/admin/pages/"


def test_a_recovery_code_works_when_the_phone_is_lost(client: Client, elena: User, secret: str) -> None:
    code = RecoveryCodes.activate(elena).get_unused_codes()[0]
    sign_in(client)

    client.post(CODE, {"code": code})

    assert client.get("/admin/").status_code == 200


def test_a_wrong_code_does_not_let_elena_in(client: Client, secret: str) -> None:
    sign_in(client)

    response = client.post(CODE, {"code": "000000"})

    assert response.status_code == 200
    assert response.context["form"].errors["code"]
    assert not is_signed_in(client)


def test_a_wrong_password_does_not_let_elena_in(client: Client, secret: str) -> None:
    response = sign_in(client, password="not-the-password")

    assert response.status_code == 200
    assert not is_signed_in(client)


def test_without_a_second_factor_elena_is_first_asked_to_set_one_up(client: Client, elena: User) -> None:
    sign_in(client)

    assert client.get("/admin/").url == "/accounts/2fa/totp/activate/"
    assert client.get("/django-admin/").url == "/accounts/2fa/totp/activate/"


def test_elena_sets_up_her_second_factor_and_is_shown_her_recovery_codes(client: Client, elena: User) -> None:
    sign_in(client)
    client.get("/accounts/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]

    response = client.post("/accounts/2fa/totp/activate/", {"code": code_now(secret)}, follow=True)

    assert response.redirect_chain == [("/accounts/2fa/recovery-codes/", 302)]
    assert response.context["unused_codes"]
    assert client.get("/admin/").status_code == 200


def test_an_old_session_asks_for_the_password_before_it_changes_the_second_factor(
    client: Client, elena: User, secret: str
) -> None:
    client.force_login(elena)

    assert client.get("/accounts/2fa/totp/deactivate/").url.startswith("/accounts/reauthenticate/")


def test_an_installation_may_do_without_a_second_factor(client: Client, elena: User, settings) -> None:
    settings.STAFF_MFA_REQUIRED = False

    assert sign_in(client).url == "/admin/"

    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("form", ["/admin/login/", "/django-admin/login/"])
def test_the_admins_own_login_forms_let_nobody_in(client: Client, secret: str, form: str) -> None:
    response = client.post(form, {"username": "elena", "password": PASSWORD})

    assert response.url == SIGN_IN
    assert not is_signed_in(client)


@pytest.mark.parametrize("page", ["/admin/", "/django-admin/", "/admin/pages/"])
def test_a_visitor_is_sent_to_the_sign_in_page(client: Client, db: None, page: str) -> None:
    response = client.get(page, follow=True)

    assert response.redirect_chain[-1][0].startswith(SIGN_IN)
    assert response.status_code == 200


@pytest.mark.parametrize("page", ["/admin/", "/django-admin/"])
def test_somebody_without_rights_is_told_so_and_not_sent_in_circles(client: Client, db: None, page: str) -> None:
    client.force_login(User.objects.create_user("paula", "paula@example.org", PASSWORD))

    for language, words in (("en", "signed in as paula"), ("es", "con la cuenta paula")):
        response = client.get(page, headers={"accept-language": language})
        assert response.status_code == 403
        assert words in response.content.decode()


def test_a_form_that_was_open_too_long_says_what_to_do(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)

    for language, words in (("en", "Please send it again"), ("es", "envíelo otra vez")):
        response = strict.post(SIGN_IN, {"login": "elena"}, headers={"accept-language": language})
        assert response.status_code == 403
        assert words in response.content.decode()


def test_wagtails_own_password_reset_is_closed(client: Client, db: None) -> None:
    assert client.get("/admin/password_reset/", follow=True).status_code == 404


def test_nobody_can_sign_up(client: Client, db: None) -> None:
    form = {"email": "eve@example.org", "username": "eve", "password1": PASSWORD, "password2": PASSWORD}

    response = client.post("/accounts/signup/", form)

    assert response.status_code == 200
    assert not User.objects.filter(email="eve@example.org").exists()


def test_elena_signs_out(client: Client, secret: str) -> None:
    sign_in(client)
    client.post(CODE, {"code": code_now(secret)})

    client.post("/accounts/logout/")

    assert not is_signed_in(client)


def test_elena_signs_out_from_the_admins_own_menu(client: Client, elena: User) -> None:
    client.force_login(elena)

    client.post(reverse("wagtailadmin_logout"))

    assert not is_signed_in(client)


def test_too_many_wrong_passwords_close_the_door_for_a_while(client: Client, secret: str) -> None:
    for _ in range(5):
        sign_in(client, password="not-the-password")

    response = sign_in(client)

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()


def reset_link() -> str:
    (message,) = mail.outbox
    return re.search(r"http://testserver(/accounts/password/reset/key/\S+)", message.body).group(1)


def test_elena_chooses_a_new_password_by_mail_and_still_needs_her_code(client: Client, secret: str) -> None:
    client.post("/accounts/password/reset/", {"email": "elena@example.org"})
    form = client.get(reset_link(), follow=True)

    client.post(form.request["PATH_INFO"], {"password1": "a-brand-new-secret", "password2": "a-brand-new-secret"})

    assert not is_signed_in(client)
    assert sign_in(client, password="a-brand-new-secret").url == CODE


def test_asking_for_an_unknown_address_looks_the_same_and_sends_nothing(client: Client, secret: str) -> None:
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.org"})
    assert mail.outbox == []

    known = client.post("/accounts/password/reset/", {"email": "elena@example.org"})

    assert (unknown.status_code, unknown.url) == (known.status_code, known.url)


@pytest.mark.parametrize("page", [SIGN_IN, "/accounts/password/reset/"])
@pytest.mark.parametrize(("language", "word"), [("en", "Password"), ("es", "ontraseña")])
def test_account_pages_speak_the_readers_language(
    client: Client, db: None, page: str, language: str, word: str
) -> None:
    response = client.get(page, headers={"accept-language": language})

    assert response.headers["Content-Language"] == language
    assert word.lower() in response.content.decode().lower()


def test_the_page_for_the_code_speaks_spanish(client: Client, secret: str) -> None:
    sign_in(client)

    response = client.get(CODE, headers={"accept-language": "es"})

    assert response.headers["Content-Language"] == "es"
    assert "código" in response.content.decode().lower()


def test_the_mail_with_the_new_password_speaks_spanish(client: Client, secret: str) -> None:
    client.post("/accounts/password/reset/", {"email": "elena@example.org"}, headers={"accept-language": "es"})

    (message,) = mail.outbox
    assert "contraseña" in (message.subject + message.body).lower()
