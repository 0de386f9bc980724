"""A person at the demo's page: the real demo process, and headless Chromium in front of it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

SOON, LONG, LONGEST = 30_000, 120_000, 600_000  # milliseconds on a busy machine: an answer, a week, twelve weeks
SAVED = re.compile("^Saved: ")
expect.set_options(timeout=SOON)
ARRIVAL = (
    ("Hello, I am Dosebook", "I agree"),
    ("Where do you live?", "London"),
    ("When shall I ask how you feel", "20:00"),
    ("On which day", "Sunday"),
)


class Demo:
    """`python bot.py demo` as a process of its own; `kill` is SIGKILL, and `start` after it a restart."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return once the page is served."""
        env = {**os.environ, "DEMO_FOLDER": str(self.folder), "DEMO_PORT": str(self.port)}
        command = [sys.executable, "bot.py", "demo"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE)
        assert self.process.stdout
        assert b"open http" in self.process.stdout.readline()

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """End it as Ctrl+C would; returns the exit code."""
        return self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> int:
        assert self.process
        assert self.process.stdout
        self.process.send_signal(how)
        code = self.process.wait(20)
        self.process.stdout.close()
        return code


class Phone:
    """One person's phone on the page, and the desk above it."""

    def __init__(self, page: Page, name: str = "Ana") -> None:
        self.page, self.name = page, name
        self.frame = page.get_by_label(f"{name}’s phone", exact=True)
        self.messages = self.frame.locator(".row.theirs:not(.typing)")

    @property
    def last(self) -> Locator:
        """The newest message of the bot."""
        return self.messages.last

    def other(self, name: str) -> Phone:
        """Somebody else's phone on the same page."""
        return Phone(self.page, name)

    def say(self, text: str) -> None:
        """Type and send."""
        field = self.page.get_by_label(f"Message from {self.name}")
        field.fill(text)
        field.press("Enter")

    def tap(self, label: str) -> None:
        """Press the newest button with this label."""
        self.frame.get_by_role("button", name=label, exact=True).last.click()

    def jump(self, label: str) -> None:
        """Move the clock, and wait until everything up to then has been lived."""
        self.page.get_by_role("button", name=label, exact=True).click()
        self.page.locator("#desk:not(.busy)").wait_for(timeout=LONG)

    def fault(self, name: str, on: bool) -> None:
        """Switch a fault on or off, and wait until the page says so."""
        self.page.get_by_role("button", name="Faults").click()
        box = self.page.get_by_role("switch", name=name)
        box.set_checked(on)
        expect(box).to_be_checked(checked=on)
        self.page.keyboard.press("Escape")

    def load_sample(self) -> None:
        """Have the sample patient live twelve weeks."""
        self.page.get_by_role("button", name="Load 12 weeks of a sample patient").click()
        self.page.locator("#desk:not(.busy)").wait_for(timeout=LONGEST)

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Wait until a message of the bot shows `text`."""
        expect(self.messages.filter(has_text=text).last).to_be_visible()

    def reads_last(self, text: str | re.Pattern[str]) -> None:
        """Wait until the newest message shows `text`."""
        expect(self.last).to_contain_text(text)

    def arrive(self) -> None:
        """From Start, or the first question, to the first page."""
        start = self.frame.get_by_role("button", name="Start", exact=True)
        start.or_(self.last).first.wait_for()
        if start.is_visible():
            start.click()
        for question, answer in ARRIVAL:
            self.reads_last(question)
            self.tap(answer)
        self.reads_last("Where things stand")

    def add(self, line: str) -> None:
        """Add something to take in one line, and save it."""
        self.say(f"/add {line}")
        self.tap("Save")
        self.sees(SAVED)

    def reach(self, text: str) -> None:
        """Go from event to event until a message shows `text`; a check-in may come before it."""
        for _ in range(5):
            if self.messages.filter(has_text=text).count():
                return
            self.jump("Next event")
        self.sees(text)


@contextmanager
def demo_on_a_phone(width: int = 390, height: int = 844, scale: int = 1) -> Iterator[tuple[Demo, Phone]]:
    """The demo with an empty folder, and its page in a window of a phone's size."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Demo(Path(folder))
        demo.start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        size: ViewportSize = {"width": width, "height": height}
        look: dict[str, Any] = {"locale": "en-GB", "timezone_id": "Europe/London", "device_scale_factor": scale}
        page = browser.new_page(viewport=size, **look)
        page.set_default_timeout(SOON)
        page.goto(f"http://127.0.0.1:{demo.port}/")
        try:
            yield demo, Phone(page)
        finally:
            browser.close()
            demo.kill()


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
