"""Parcels: of what is claimed for one person, that which makes one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from journal import care_keys, care_kinds, heartbeat, notices
from journal.notices import Claimed
from journal.tables import Downtime, Person
from journal.transaction import Transaction
from scheduler import order


@dataclass(frozen=True, slots=True)
class Parcel:
    """Notices of one person that make one message, held until a moment; `downtime` when they fell due in it."""

    person: Person
    notices: tuple[Claimed, ...]
    until: datetime
    downtime: Downtime | None = None

    @property
    def kind(self) -> str:
        """The composer that this parcel is for."""
        return "missed" if self.downtime else self.notices[0].kind

    @property
    def ids(self) -> list[int]:
        """The ids of the notices."""
        return [notice.id for notice in self.notices]


async def together(
    tx: Transaction, to: Mapping[int, Person], claimed: Sequence[Claimed], until: datetime
) -> list[Parcel]:
    """Return the claimed notices of these people as parcels, held until a moment: the most urgent first."""
    groups: dict[tuple[object, ...], list[Claimed]] = {}
    gaps = await heartbeat.downtimes(tx)
    of_group: dict[tuple[object, ...], Downtime] = {}
    for notice in claimed:
        gap = heartbeat.gap_at(gaps, notice.due_at)
        name: tuple[object, ...] = (notice.person_id, notice.kind, notice.subject)
        if gap is not None and notice.kind not in notices.STAND_ALONE:
            name = (notice.person_id, gap.id)
            of_group[name] = gap
        elif notice.kind in notices.ABOUT_DOSE:
            name = (notice.person_id, notice.kind, notice.due_at)
        elif notice.kind == notices.LEAD:
            name = (notice.person_id, notice.kind)
        elif notice.kind == care_kinds.CARE_DOSE:
            name = (notice.person_id, notice.kind, care_keys.link_of(notice.subject))
        groups.setdefault(name, []).append(notice)
    parcels = [
        Parcel(to[group[0].person_id], tuple(group), until, of_group.get(name))
        for name, group in groups.items()
        if group[0].person_id in to
    ]
    first = order.firsts((parcel.person.id, parcel.kind) for parcel in parcels)
    return sorted(parcels, key=lambda parcel: first[parcel.person.id])  # one person's stay in their order
