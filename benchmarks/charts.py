"""`python -m benchmarks.charts`: milliseconds per weekly picture, next to matplotlib drawing the same one if
it is there.

Also one person's weekly work (picture and rules) as people per minute and core, on this machine."""

from __future__ import annotations

import importlib
import importlib.util
import io
import random
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from journal.rules import check_week
from journal.trends import Week, weekly_mean
from reports.charts import ChartFact, Legend, Panel, weekly_chart

WEEKS, ROUNDS = 4, 30
GOAL = 5  # times as fast as matplotlib


def sample(dice: random.Random) -> ChartFact:
    """Three symptoms over four weeks, a fifth of the days missing, a tablet on each day."""
    panels = []
    for label in ("Fatigue", "Tingling", "Cramps"):
        days = tuple(None if dice.random() < 0.2 else dice.randint(0, 10) for _ in range(7 * WEEKS))
        means = tuple(weekly_mean(days[at : at + 7]) for at in range(0, len(days), 7))
        panels.append(Panel(label, days, means, "4.3 this week"))
    ticks = tuple((7 * week, f"{5 + 7 * week} Jan") for week in range(WEEKS))
    legend = Legend("each day", "week average", "taken")
    return ChartFact("5 Jan – 1 Feb", tuple(panels), ticks, legend, tuple(range(7 * WEEKS)))


def milliseconds(draw: Callable[[ChartFact], object], charts: list[ChartFact]) -> tuple[float, float]:
    """The first picture, and the median of the others."""
    times = []
    for chart in charts:
        start = time.perf_counter()
        draw(chart)
        times.append((time.perf_counter() - start) * 1000)
    return times[0], median(times[1:])


def with_matplotlib(chart: ChartFact) -> bytes:
    """The same picture, 1080 pixels wide, by matplotlib."""
    plt: Any = importlib.import_module("matplotlib.pyplot")
    figure, axes = plt.subplots(len(chart.panels), 1, figsize=(10.8, 14.4), dpi=100)
    for panel, ax in zip(chart.panels, axes, strict=True):
        _panel(ax, panel, chart.intakes)
        ax.set_xticks([])
    axes[-1].set_xticks([day for day, _ in chart.ticks], [label for _, label in chart.ticks])
    figure.suptitle(chart.title, fontsize=28, x=0.05, ha="left")
    names = [chart.legend.day, chart.legend.mean, chart.legend.intake]
    figure.legend(axes[0].get_children()[:3], names, ncols=3, loc="lower center", fontsize=26, frameon=False)
    figure.subplots_adjust(left=0.1, right=0.95, top=0.9, bottom=0.12, hspace=0.4)
    file = io.BytesIO()
    figure.savefig(file)
    plt.close(figure)
    return file.getvalue()


def _panel(ax: Any, panel: Panel, intakes: tuple[int, ...]) -> None:
    known = [(day, rating) for day, rating in enumerate(panel.days) if rating is not None]
    means = [(week, mean) for week, mean in enumerate(panel.means) if mean is not None]
    starts = [7 * week - 0.4 for week, _ in means]
    ax.plot(*zip(*known, strict=True), "o", markersize=11, markeredgecolor="white", markeredgewidth=2)
    ax.hlines([mean for _, mean in means], starts, [at + 6.8 for at in starts], linewidth=7, color="tab:orange")
    ax.plot(intakes, [-1] * len(intakes), "|", markersize=12, color="gray")
    ax.axvspan(7 * (WEEKS - 1) - 0.5, 7 * WEEKS - 0.5, color="whitesmoke")
    ax.vlines([7 * week - 0.5 for week in range(1, WEEKS)], 0, 10, color="gainsboro")
    ax.set_ylim(-1.5, 10.5)
    ax.set_yticks([0, 5, 10])
    ax.set_title(panel.label, loc="left", fontsize=32, weight="bold")
    ax.set_title(panel.note, loc="right", fontsize=28)
    ax.tick_params(labelsize=28)
    ax.grid(axis="y")


def people_per_minute(charts: list[ChartFact], dice: random.Random) -> float:
    """One person's weekly picture and all rules over seven weeks of three symptoms, on one core."""

    def week() -> Week:
        return [dice.randint(0, 10) for _ in range(7)]

    histories = {name: [week() for _ in range(7)] for name in ("fatigue", "tingling", "cramps")}
    start = time.perf_counter()
    for chart in charts:
        weekly_chart(chart)
        check_week(histories)
    return 60 * len(charts) / (time.perf_counter() - start)


def main() -> None:
    """Print the figures."""
    dice = random.Random(0)
    charts = [sample(dice) for _ in range(ROUNDS)]
    first, own = milliseconds(weekly_chart, charts)
    print(f"typst: first {first:.0f} ms, then {own:.1f} ms per picture (median of {ROUNDS - 1})")
    print(f"picture and rules: {people_per_minute(charts, dice):,.0f} people per minute and core")
    if importlib.util.find_spec("matplotlib") is None:
        print("matplotlib is not installed here: nothing to compare with")
        return
    importlib.import_module("matplotlib").use("Agg")
    first, other = milliseconds(with_matplotlib, charts)
    ratio = other / own
    verdict = "met" if ratio >= GOAL else "missed"
    print(f"matplotlib: first {first:.0f} ms, then {other:.1f} ms per picture")
    print(f"typst takes 1/{ratio:.1f} of that (goal 1/{GOAL}: {verdict} on this machine)")


if __name__ == "__main__":
    main()
