### Doses after their time, ahead of it, and looking back. Nothing here says what to take.

## Brought up again

nudge-today = { $time } is not recorded yet: { $dose }
nudge-night = Last night's { $time } is not recorded: { $dose }
nudge-yesterday = Yesterday's { $time } is not recorded: { $dose }
nudge-earlier = { $day }, { $time } is not recorded: { $dose }
nudge-several = { $count ->
    [one] { $count } dose is not recorded yet:
   *[other] { $count } doses are not recorded yet:
}

## One dose

dose-taken-on = { $dose }: taken at { $time } on { $day }
dose-skipped-on = { $dose }: skipped at { $time } on { $day }
button-name-at = { $time } { $name }
button-earlier = Taken earlier
button-change-time = Change the time
button-early = Take early · { $name }
button-taken-at = Taken at { $time }
button-taken-now = Taken now
button-yes = Yes
button-no = No

when-ask = When did you take this one, planned for { $planned }? { $dose }
when-change = When did you take it? { $dose }, planned for { $planned }
when-how = Type the time, such as “7:40”, “20 min ago” or “yesterday 20:30”.
when-unclear = I did not get that time. Please type one that is past, such as “7:40”, “20 min ago” or “yesterday 20:30”.
early-ask = It is planned for { $planned }. Record it as taken now? { $dose }
twice-ask = { $label } is recorded at { $time } already. Did you mean to log two?

error-ahead = That time is still ahead. Please type one that is past, such as “7:40”. /cancel stops.
error-too_far_back = That is too long ago. I can take up to { $days } days back. Please type another time. /cancel stops.

## Log

menu-log = Record something you took
log-nothing = You have added nothing to take yet. Add it first with /add.
log-choose = What did you take?
log-which = Which one did you take?
log-unknown = I do not find that name. You take: { $names }. Which one did you take?
log-one = { $open ->
    [0] { $dose }. When did you take it?
   *[other] { $dose }. When did you take it? Or tap the planned dose that it was.
}
log-now = Now
log-earlier = Earlier
log-planned = For { $time }
log-ask = When did you take it? { $dose }
log-ahead = It is planned for { $planned }: { $dose }. Was it that one?
log-ahead-yes = Yes, for { $planned }
log-ahead-no = No, one besides

## History

menu-history = Your doses and ratings, week by week
history-heading = <b>{ $first } to { $last }</b>
history-day = <b>{ $day }</b>
history-taken = { $label } { $time }
history-skipped = { $label } skipped
history-open = { $label } not recorded
history-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
history-nothing = Nothing is recorded in these days.
history-nothing-day = Nothing is recorded on this day.
history-choose = Tap one to change it.
history-day-button = { $day }
history-entry = { $time } { $label }
history-ratings = Ratings of this day
history-before = Week before
history-after = Week after
