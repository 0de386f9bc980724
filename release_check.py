"""What a person has to look at before a release, because no test can: the numbers that /urgent does not show."""

from __future__ import annotations

import sys
from datetime import date

from journal.clock import SystemClock
from journal.helplines import Helpline, doubtful


def lines(today: date) -> list[str]:
    """Return one line for each number that is unconfirmed or too old on `today`."""
    return [line(each) for each in doubtful(today)]


def line(each: Helpline) -> str:
    """Return which number it is, what is wrong with it, and what is known."""
    wrong = f"checked on {each.checked_on}, too long ago" if each.confirmed else "not confirmed"
    known = " ".join(part for part in (each.note, each.source) if part)
    return f"{each.country} {each.kind} {each.number}: {wrong}. {known}".rstrip()


def main() -> int:
    """Print the lines; the exit code is 1 when there are any."""
    found = lines(SystemClock().now().date())
    print("\n".join(found or ["Every number is confirmed and was read lately."]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
