"""Every question that waits for an answer: how a person gets there, and what settles it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """How a person gets to an open question, an answer that settles it, and what is shown then.

    `takes` are the wrong answers that this question may take for a right one. `kind`: of its draft, if it has one.
    """

    name: str
    steps: tuple[str, ...]
    right: tuple[str, ...]
    then: str
    takes: frozenset[str] = frozenset()
    kind: str = ""
    arrived: bool = True


ANY_WORDS = frozenset({"markup", "direction marks", "4,000 letters", "words in front of a command"})
LINE = "/add Vitamin X 1000 mcg tablet every day at 8:00"
COUNTING = (LINE, "[Save]", "/stock", "[Count my supply]", "[Tablets]", "28")
PARTS = "/add Vitamin X 1 mg injection every other day at 8:00 until my clinic changes it then every 8 weeks at 9am"
INJECTION = "/add Vitamin X 1 mg injection every 4 weeks from 23 Mar 2026 at 10:00"
WAITING = "/add Vitamin Y every day at 21:00"
INJECTED = ("/add Vitamin X 1 mg injection as needed", "[Save]", "/log", "[Now]")
RATED = ("/checkin", "[3]", "[2]", "[1]")

QUESTIONS = (
    Question("consent", ("/start",), ("[I agree]",), "Where do you live", arrived=False),
    Question("zone", ("/start", "[I agree]"), ("London", "[London]"), "When shall I ask", arrived=False),
    Question("check-in time", ("/start", "[I agree]", "[London]"), ("20:30",), "On which day", arrived=False),
    Question(
        "summary day", ("/start", "[I agree]", "[London]", "20:30"), ("Monday",), "Where things stand", arrived=False
    ),
    Question("name", ("/add",), ("Vitamin X",), "How much is one dose", ANY_WORDS, "add"),
    Question("amount", ("/add", "Vitamin X"), ("1 tablet",), "What form", ANY_WORDS, "add"),
    Question("form", ("/add", "Vitamin X", "[Skip]"), ("[Tablet]",), "How often", kind="add"),
    Question("how often", ("/add", "Vitamin X", "[Skip]", "[Skip]"), ("[Every day]",), "At what time", kind="add"),
    Question(
        "every how many",
        ("/add", "Vitamin X", "[Skip]", "[Skip]", "[Every few days]"),
        ("3",),
        "At what time",
        kind="add",
    ),
    Question(
        "weekdays",
        ("/add", "Vitamin X", "[Skip]", "[Skip]", "[Chosen weekdays]"),
        ("Mon, Thu",),
        "At what time",
        kind="add",
    ),
    Question("times", ("/add", "Vitamin X", "[Skip]", "[Skip]", "[Every day]"), ("8:05",), "On which day", kind="add"),
    Question(
        "start",
        ("/add", "Vitamin X", "[Skip]", "[Skip]", "[Every day]", "8:05"),
        ("[Tomorrow]",),
        "Is this right",
        kind="add",
    ),
    Question("a line with a gap", ("/add Vitamin X every day",), ("8:00",), "Is this right", kind="add"),
    Question(
        "a line not understood", ("/add Vitamin X every blue moon",), ("every day at 8",), "Is this right", kind="add"
    ),
    Question("preview", (LINE,), ("[Save]",), "Saved", kind="add"),
    Question("what to change", (LINE, "[Change]"), ("[Back]", "[Save]"), "Saved", kind="add"),
    Question(
        "time of a dose", ("/add Vitamin X as needed", "[Save]", "/log", "[Earlier]"), ("8:30",), "08:30", kind="when"
    ),
    Question("note", (*RATED, "[Add a note]"), ("slept well",), "Your note", ANY_WORDS | {"only emoji"}, "note"),
    Question(
        "a symptom of one's own",
        ("/symptoms", "[Add my own]"),
        ("Slow head",),
        "Saved.",
        frozenset({"markup", "direction marks", "words in front of a command"}),
        "symptom",
    ),
    Question(
        "a tag of one's own",
        (*RATED, "[Add what else there was]", "[My own]"),
        ("Long drive",),
        "Tap all that fit",
        frozenset({"direction marks", "words in front of a command"}),
        "tag",
    ),
    Question("a time to set", ("/settings", "[Check-in]"), ("21:15",), "Settings", kind="setting"),
    Question("quiet hours", ("/settings", "[Quiet hours]"), ("22:00 to 7:00",), "Settings", kind="setting"),
    Question("a new zone", ("/settings", "[Time zone]"), ("Berlin",), "Your time zone is", kind="setting"),
    Question(
        "home or local times",
        (LINE, "[Save]", "/settings", "[Time zone]", "Berlin"),
        ("local",),
        "Your time zone is",
        kind="setting",
    ),
    Question(
        "unit of a supply",
        (LINE, "[Save]", "/stock", "[Count my supply]"),
        ("tablets",),
        "How many do you have now",
        frozenset({"direction marks", "words in front of a command"}),
        "stock",
    ),
    Question("amount of a supply", COUNTING[:-1], ("28",), "one dose use", kind="stock"),
    Question("supply of a dose", COUNTING, ("half a tablet",), "28 tablets left", kind="stock"),
    Question("refill", (*COUNTING, "1", "[Refill]"), ("28 tablets",), "56 tablets left", kind="stock"),
    Question("count", (*COUNTING, "1", "[Correct the count]"), ("I have 12 left",), "12 tablets left", kind="stock"),
    Question(
        "start of the treatment",
        ("/settings", "[About the treatment]", "[Say when it started]"),
        ("February 2026",),
        "Started:",
        kind="treatment",
    ),
    Question(
        "when the next part begins",
        (PARTS, "[Save]", "/regimens", "[Vitamin X]", "[My clinic changed]"),
        ("1 Dec 2026", "[Save]"),
        "Saved",
        kind="switch",
    ),
    Question("place of an injection", (*INJECTED, "[Other place]"), ("left hip",), "taken at", ANY_WORDS, "detail"),
    Question(
        "batch of an injection", (*INJECTED, "[Left thigh]", "[Batch]"), ("A12",), "taken at", ANY_WORDS, "detail"
    ),
    Question(
        "what a reaction was",
        (*INJECTED, "[Left thigh]", "/history", "[Mon 2 Mar]", "[09:00]", "[Reaction]", "[Yes]", "[Something else]"),
        ("warm",),
        "Tell your doctor or nurse",
        ANY_WORDS,
        "reaction",
    ),
    Question(
        "when the appointment is",
        (INJECTION, "[Save]", "/regimens", "[Vitamin X]", "[Book a date]"),
        ("Tue 24 Mar 14:30",),
        "Where is it",
        kind="book",
    ),
    Question(
        "where the appointment is",
        (INJECTION, "[Save]", "/regimens", "[Vitamin X]", "[Book a date]", "Tue 24 Mar 14:30"),
        ("Health centre",),
        "Is this right",
        ANY_WORDS | {"only emoji", "blank-looking text"},
        "book",
    ),
    Question(
        "how long after another",
        (LINE, "[Save]", WAITING, "[Save]", "/regimens", "[Vitamin Y]", "[Start after another]", "[Vitamin X]"),
        ("36 hours",),
        "Starts 36 hours after",
        kind="link",
    ),
    Question(
        "a number of a rule",
        ("/rules", "[Strong days]", "[Days needed]"),
        ("4",),
        "Days needed: 4",
        kind="rule",
    ),
    Question(
        "what a caregiver gets",
        ("/caregivers", "[Invite someone]"),
        ("[Next]", "Ana"),
        "This link works once",
        kind="caring",
    ),
    Question(
        "name for a caregiver",
        ("/caregivers", "[Invite someone]", "[Next]"),
        ("Ana",),
        "This link works once",
        frozenset({"only emoji", "markup", "direction marks", "words in front of a command"}),
        "caring",
    ),
    Question("until when to pause", ("/pause", "[Everything]"), ("in 3 days",), "Everything rests", kind="pause"),
)
