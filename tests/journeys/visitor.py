"""Somebody at the desk: signs in, looks at pages as everybody may see them, and takes pictures for the guide."""

import base64
import os
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from django_otp.oath import totp
from PIL import Image
from playwright.sync_api import Page

from tests.journeys.demo import Demo

PICTURES = Path(__file__).parents[2] / "docs" / "guide" / "pictures"
WANTED = bool(os.environ.get("PICTURES"))
"""Whether the pictures are made anew: ``make pictures``."""

WIDE, PHONE, PRINTED = (1440, 900), (390, 844), (1200, 900)
LANGUAGES = {"zh": "zh-hans", "en": "en"}
COLOURS = 96


class Visitor:
    """One person before a browser (来访者); ``axe`` says what is wrong with a page."""

    def __init__(self, demo: Demo, page: Page, axe: Callable[[Page], list[str]]) -> None:
        self.demo, self.page, self.axe = demo, page, axe
        page.set_default_timeout(30_000)

    def sign_in(self, user: str, sessions: dict[str, str]) -> None:
        """Sign in by the form, once for each person: a one-time code is accepted once."""
        if user not in sessions:
            self.page.context.clear_cookies(name="sessionid")  # signing in over a session would end it
            self.open("/sign-in")
            self.fill_in(user)
            if self.page.url.endswith("/sign-in"):  # the story has just used this code
                time.sleep(30 - time.time() % 30 + 0.5)
                self.fill_in(user)
            self.page.wait_for_url(f"{self.demo.desk}/")
            kept = {one["name"]: one["value"] for one in self.page.context.cookies()}
            sessions[user] = kept["sessionid"]
        self.page.context.add_cookies([{"name": "sessionid", "value": sessions[user], "url": self.demo.desk}])
        self.open("/")

    def fill_in(self, user: str, password: str = "") -> None:
        """Fill the form of the sign-in page and send it."""
        one = self.demo.credentials()[user]
        self.page.locator("[name=user_name]").fill(user)
        self.page.locator("[name=password]").fill(password or one["password"])
        self.page.locator("[name=code]").fill(code(one["totp_secret"]))
        with self.page.expect_navigation():
            self.page.locator("main form button").click()

    def open(self, path: str) -> None:
        answer = self.page.goto(self.demo.desk + path)
        assert answer is not None
        assert answer.status == 200, f"{path} answered {answer.status}"

    def speak(self, language: str) -> None:
        """See pages in this language from now on."""
        self.page.context.add_cookies(
            [{"name": "django_language", "value": LANGUAGES[language], "url": self.demo.desk}]
        )

    def look(self, *, everywhere: bool = False) -> None:
        """The page as it stands fits and axe finds nothing: at the desk in Chinese, on the phone in English.

        ``everywhere`` tries each size in each language.
        """
        self._fits_and_is_accessible(WIDE)
        if everywhere:
            self._fits_and_is_accessible(PHONE)
        self.speak("en")
        self.page.reload()
        if everywhere:
            self._fits_and_is_accessible(WIDE)
        self._fits_and_is_accessible(PHONE)
        self.speak("zh")
        self.page.reload()
        self._size(WIDE)

    def look_in_both_themes(self) -> None:
        """As ``look``, and once more in the dark."""
        self.look()
        self.page.emulate_media(color_scheme="dark")
        self._fits_and_is_accessible(WIDE)
        self.page.emulate_media(color_scheme="light")

    def look_now(self) -> None:
        """As ``look``, without loading the page anew: what was typed stays."""
        self._fits_and_is_accessible(WIDE)

    def _size(self, size: tuple[int, int]) -> None:
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def _fits_and_is_accessible(self, size: tuple[int, int]) -> None:
        self._size(size)
        findings = self.axe(self.page)
        assert not findings, f"{self.page.url}: {findings}"
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{self.page.url} is {wide} pixels wider than the screen"

    def picture(self, name: str, *, height: int = PRINTED[1], phone: bool = False, show: str = "") -> None:
        """Keep the page in both languages as a picture of the guide; only when pictures are made anew."""
        if not WANTED:
            return
        width = PHONE[0] if phone else PRINTED[0]
        self._size((width, height))
        for language in ("en", "zh"):
            self.speak(language)
            self.page.reload()
            self._scroll(show)
            self._shoot(PICTURES / f"{name}.{language}.png")
        self._size(WIDE)

    def picture_now(self, name: str, *, height: int = PRINTED[1], show: str = "") -> None:
        """Keep the page as it stands, with what was typed and opened, as a picture of the Chinese guide."""
        if WANTED:
            self._size((PRINTED[0], height))
            self._scroll(show)
            self._shoot(PICTURES / f"{name}.zh.png")
            self._size(WIDE)

    def _scroll(self, to: str) -> None:
        if to:
            self.page.locator(to).first.evaluate("one => one.scrollIntoView({ block: 'start' })")

    def _shoot(self, file: Path) -> None:
        file.parent.mkdir(exist_ok=True)
        shot = Image.open(BytesIO(self.page.screenshot(animations="disabled"))).convert("RGB")
        shot.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def code(secret: str) -> str:
    """The present one-time code of a secret."""
    return f"{totp(base64.b32decode(secret + '=' * (-len(secret) % 8))):06d}"
