"""`python -m benchmarks.charts`: milliseconds per weekly picture, next to matplotlib drawing the same one if
it is there.

Also weekly summaries (composed from the database, in words, with the picture) per minute and core."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import io
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks._weeks import LAST, NOW, diary
from handlers.views import summary
from journal import people
from journal.trends import weekly_mean
from locales import Words
from reports.charts import ChartFact, Legend, Panel, weekly_chart
from scheduler.compose.summary import load

WEEKS, ROUNDS = 4, 30
PEOPLE = 100  # whose summaries are timed
LABELS = ("Fatigue", "Tingling", "Cramps", "Numbness", "Muscle weakness", "Balance problems")
GOAL = 5  # times as fast as matplotlib


def sample(dice: random.Random, count: int) -> ChartFact:
    """So many symptoms over four weeks, a fifth of the days missing, a tablet on each day."""
    panels = []
    for label in LABELS[:count]:
        days = tuple(None if dice.random() < 0.2 else dice.randint(0, 10) for _ in range(7 * WEEKS))
        means = tuple(weekly_mean(days[at : at + 7]) for at in range(0, len(days), 7))
        panels.append(Panel(label, days, means, "4.3 this week"))
    weeks = tuple(f"{5 + 7 * week} Jan" for week in range(WEEKS))
    legend = Legend("each day", "week average", "taken")
    return ChartFact("5 Jan – 1 Feb", tuple(panels), weeks, legend, tuple(range(7 * WEEKS)))


def milliseconds(draw: Callable[[ChartFact], object], charts: list[ChartFact]) -> tuple[float, float]:
    """Of processor time: the first picture, and the median of the others."""
    times = []
    for chart in charts:
        start = time.process_time()
        draw(chart)
        times.append((time.process_time() - start) * 1000)
    return times[0], median(times[1:])


def with_matplotlib(chart: ChartFact) -> bytes:
    """The same picture, 1080 pixels wide, by matplotlib."""
    plt: Any = importlib.import_module("matplotlib.pyplot")
    figure, axes = plt.subplots(len(chart.panels), 1, figsize=(10.8, 14.4), dpi=100)
    for panel, ax in zip(chart.panels, axes, strict=True):
        _panel(ax, panel, chart.intakes)
        ax.set_xticks([])
    axes[-1].set_xticks([7 * week + 3 for week in range(len(chart.weeks))], chart.weeks)
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


async def digests(count: int, dice: random.Random) -> tuple[float, float]:
    """Seconds of processor time per weekly summary: all of it, and its picture alone."""
    with tempfile.TemporaryDirectory() as folder:
        app = await diary(Path(folder), count, dice)
        words, began, drawing = Words("en", strict=True), time.process_time(), 0.0
        for chat in range(1, count + 1):
            async with app.db.read() as tx:
                person = await people.find(tx, chat)
                assert person is not None
                page = summary.page(await load(tx, person, LAST, NOW), words)
            assert page.chart is not None
            start = time.process_time()
            weekly_chart(page.chart)
            drawing += time.process_time() - start
        spent = time.process_time() - began
        await app.close()
    return spent / count, drawing / count


def main() -> None:
    """Print the figures."""
    dice = random.Random(0)
    for count in (1, 6):
        _, own = milliseconds(weekly_chart, [sample(dice, count) for _ in range(ROUNDS)])
        print(f"typst, symptoms {count}: {own:.1f} ms per picture (median of {ROUNDS - 1}, processor time)")
    charts = [sample(dice, 3) for _ in range(ROUNDS)]
    first, own = milliseconds(weekly_chart, charts)
    print(f"typst, 3 symptoms: first {first:.0f} ms, then {own:.1f} ms per picture")
    whole, drawing = asyncio.run(digests(PEOPLE, dice))
    print(f"a weekly summary: {1000 * whole:.1f} ms, of them the picture {1000 * drawing:.1f} ms")
    print(f"weekly summaries: {60 / whole:,.0f} per minute and core, so 1,000 people take {1000 * whole:.0f} s")
    if importlib.util.find_spec("matplotlib") is None:
        print("matplotlib is not installed here: nothing to compare with")
        return
    importlib.import_module("matplotlib").use("Agg")
    first, other = milliseconds(with_matplotlib, charts)
    ratio = other / own
    verdict = "met" if ratio >= GOAL else "missed"
    print(f"matplotlib, 3 symptoms: first {first:.0f} ms, then {other:.1f} ms per picture")
    print(f"typst takes 1/{ratio:.1f} of that (goal 1/{GOAL}: {verdict} on this machine)")


if __name__ == "__main__":
    main()
