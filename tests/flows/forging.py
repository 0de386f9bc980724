"""Every button that there is, forged with somebody's rows: what a stranger could send who knows all their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from itertools import islice, product
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from handlers import buttons, caregivers, setting_kinds, stock, symptoms, tags, treatment
from handlers import presses as p
from handlers import presses_care as pc
from handlers import presses_helping as ph
from handlers import presses_injection as pj
from handlers import presses_log as pl
from handlers import presses_phases as pp
from handlers import presses_plans as pn
from handlers import presses_rules as pr
from handlers import presses_settings as ps
from handlers import presses_sites as pi
from handlers import presses_stock as pk
from handlers import presses_symptoms as py
from handlers.presses_treatment import Treatment
from handlers.presses_urgent import UrgentIn
from journal import reactions
from journal.tables import CareLink, FindingLog, Intake, Occurrence, Pause, Regimen, RegimenVersion, Tag, TrackedSymptom
from simulator.people import Human
from tests.flows.filling import held
from tests.world import World

# What a number can be: the rows that it may name, else values that mean something.
ROWS: dict[str, type[SQLModel]] = {
    "regimen": Regimen,
    "other": Regimen,
    "intake": Intake,
    "symptom": TrackedSymptom,
    "tag": Tag,
    "log": FindingLog,
    "pause": Pause,
    "link": CareLink,
    "version": RegimenVersion,
}
NUMBERS = {
    "minutes": (480,),
    "weekday": (3,),
    "weeks": (8,),
    "days": (0, 3),
    "hours": (36,),
    "value": (3,),
    "number": (2,),
    "page": (0,),
    "at": (0, 1772528400),
}
ANSWERS = ("booked", "seen", "next_week", "mute")
RULE = ("A-SEVERE",)

# What a word can be, by kind of press: a new one needs its row here.
WORDS: dict[tuple[type[Any], str], tuple[str, ...]] = {
    (p.Zone, "name"): ("Europe/Berlin",),
    (p.Snooze, "choice"): ("10", "eve"),
    (p.Pick, "step"): ("name", "route"),
    (p.Pick, "value"): ("tablet",),
    (p.Change, "step"): ("", "name"),
    (p.RegimenAct, "action"): ("edit", "limits", "pause", "resume", "end", "delete"),
    (p.AnswerPrompt, "answer"): ANSWERS,
    (p.Access, "choice"): ("open", "invite", "link"),
    (pl.Extra, "action"): ("show", "undo", "time"),
    (py.SwitchSymptom, "code"): ("mood", "own"),
    (py.OwnSymptom, "action"): tuple(symptoms.ACTIONS),
    (py.RatePlace, "place"): ("feet",),
    (py.SwitchTag, "code"): ("1", "illness"),
    (py.OwnTag, "action"): tuple(tags.ACTIONS),
    (ps.AskSetting, "what"): setting_kinds.KINDS,
    (ps.SetTo, "what"): setting_kinds.KINDS,
    (ps.SetTo, "value"): ("1",),
    (ps.DoseTimes, "answer"): ("home", "local", "stay"),
    (pk.StockAct, "action"): tuple(stock.ACTIONS),
    (pk.StockPick, "ask"): ("unit", "now", "dose", "refill"),
    (pk.StockPick, "value"): ("tablet", "1000"),
    (Treatment, "action"): tuple(treatment.ACTIONS),
    (pr.OpenRule, "rule"): RULE,
    (pr.WhyRule, "rule"): RULE,
    (pr.RuleNumber, "rule"): RULE,
    (pr.RuleNumber, "name"): ("need",),
    (pr.SetRule, "rule"): RULE,
    (pr.SetRule, "name"): ("need",),
    (pr.SetRule, "value"): ("4",),
    (pr.SwitchRule, "rule"): RULE,
    (pr.UsualRule, "rule"): RULE,
    (pr.AnswerAtOnce, "answer"): ANSWERS,
    (pp.Switch, "step"): ("day", "again", "save", "cancel"),
    (pp.Switch, "value"): ("20260320",),
    (pn.GoOn, "how"): (pn.KEEP, pn.SHIFT, pn.ENDS),
    (pj.BookStep, "step"): ("skip", "save", "change", "cancel"),
    (pi.AskDetail, "what"): ("", "menu", "site", "other", "giver", "batch"),
    (pi.SetDetail, "value"): ("clear", "me", "left_thigh"),
    (pi.React, "action"): ("yes", "no", "show", "type", "again", *reactions.KINDS),
    (pc.CareAnswer, "answer"): ("accept", "agree", "decline"),
    (pc.CareRead, "action"): ("list", "open", "end", "diary"),
    (pc.CareAct, "action"): tuple(caregivers.ACTIONS),
    (pc.CareChoose, "what"): ("missed", "silent", "regimens"),
    (pc.CareTerm, "what"): ("notes", "may_record", "all"),
    (pc.CareTerm, "value"): ("1",),
    (ph.CareReads, "action"): ("show", "skip", "send"),
    (UrgentIn, "country"): ("", "GB"),
}


class Forger:
    """What is known of one person: the ids of all their rows, their drafts, their doses."""

    def __init__(self, ids: dict[type[SQLModel], list[int]], keys: list[dict[str, Any]], draft: str, day: date) -> None:
        self._ids, self._keys, self._draft = ids, keys, draft
        self._days = (day, day - timedelta(days=1))

    def presses(self, kind: type[Any], most: int) -> Iterator[Any]:
        """Presses of this kind, spread over the rows and the words there are. KeyError: it has no row here."""
        named = [field.name for field in fields(kind)]
        if {"regimen", "day", "slot"} <= set(named):
            rest = [name for name in named if name not in ("regimen", "day", "slot")]
            heads = self._keys
        else:
            rest, heads = named, [{}]
        types = {field.name: str(field.type) for field in fields(kind)}
        choices = [self._values(kind, name, types[name]) for name in rest]
        every = [kind(**head, **dict(zip(rest, each, strict=True))) for each in product(*choices) for head in heads]
        return islice(every[:: max(1, len(every) // most)], most)

    def _values(self, kind: type[Any], name: str, of: str) -> tuple[Any, ...]:
        if of == "bool":
            return (True, False)
        if of == "date":
            return self._days
        if name == "draft":
            return (self._draft,)
        if name == "origin":
            return ("e", "d0", "n0", "t1772528400", "m1", "x1")
        if name in ROWS:
            return tuple(self._ids[ROWS[name]])
        return NUMBERS[name] if of == "int" else WORDS[kind, name]


async def forger(world: World, person: Human) -> Forger:
    """Everything that can be known of the person."""
    rows = await held(world, person)
    ids = {table: [key[0] for key in rows[str(table.__tablename__)]] or [1] for table in set(ROWS.values())}
    async with world.app.db.read() as tx:
        mine = select(Occurrence).where(Occurrence.regimen_id.in_(ids[Regimen]))  # type: ignore[attr-defined]
        doses = list((await tx.execute(mine)).scalars())
    keys = [{"regimen": each.regimen_id, "day": each.local_date, "slot": each.slot} for each in doses]
    shown = [data for message in person.chat for row in message.buttons for _, data in row]
    draft = next(data.split("|")[1] for data in reversed(shown) if data.startswith(buttons.write(p.Cancel(""))))
    return Forger(ids, keys[:4], draft, max(each.local_date for each in doses if each.planned_at <= world.clock.now()))


def broken(data: str) -> Iterator[str]:
    """The same button, cut short, of another version, too long, or with other characters."""
    changed = (
        data[:2],
        data[:-1] + "|",
        "0" + data[1:],
        "2" + data[1:],
        data + "|1",
        (data + "|" + "9" * 80)[:120],
        data.replace("|", "|-|", 1),
        "\u0661" + data[1:],
    )
    yield from (each for each in changed if each != data)
