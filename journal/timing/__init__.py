"""Timing: when a plan's occurrences fall. Pure: no rows, no words, and `now` is an argument."""

from journal.timing.anchors import Course, can_move, course_after, next_due
from journal.timing.followed import Followed, Given
from journal.timing.limits import problems
from journal.timing.local import EARLIEST, LATEST, logical_date, to_utc
from journal.timing.months import add_months
from journal.timing.moved import begun, goes_on_at, last_day, matters, paused_days, shifted, starting
from journal.timing.plan import Anchor, End, Phase, Plan, Timing, Unit
from journal.timing.planned import Planned
from journal.timing.progress import counted_on, first_day, open_phase, over, switched
from journal.timing.reading import PlanRefused, plan_from_json
from journal.timing.search import after, before, between, first, on_date
from journal.timing.shape import plan_to_json
from journal.timing.succession import Booked, Succession
from journal.timing.supply import Lasting, lasting, stock_days
from journal.timing.windows import Nearness, dose_window, review_date

__all__ = [
    "EARLIEST",
    "LATEST",
    "Anchor",
    "Booked",
    "Course",
    "End",
    "Followed",
    "Given",
    "Lasting",
    "Nearness",
    "Phase",
    "Plan",
    "PlanRefused",
    "Planned",
    "Succession",
    "Timing",
    "Unit",
    "add_months",
    "after",
    "before",
    "begun",
    "between",
    "can_move",
    "counted_on",
    "course_after",
    "dose_window",
    "first",
    "first_day",
    "goes_on_at",
    "last_day",
    "lasting",
    "logical_date",
    "matters",
    "next_due",
    "on_date",
    "open_phase",
    "over",
    "paused_days",
    "plan_from_json",
    "plan_to_json",
    "problems",
    "review_date",
    "shifted",
    "starting",
    "stock_days",
    "switched",
    "to_utc",
]
