### Check-ins over time: filling a day in later, one quiet reminder, when nobody rates any more, and trends.

## A day filled in later

checkin-late = { $entry } (added later)
checkin-all-late = Added later.
checkin-fill = Fill in { $day }
checkin-empty = Nothing is recorded for that day. I can add ratings up to { $days } days after the day itself.
checkin-day-unclear = I did not get that day. Please type it like <code>/checkin yesterday</code>, <code>/checkin Monday</code> or <code>/checkin 3 March</code>.
error-day_ahead = That day has not come yet. Nothing was changed. /checkin shows today.

## The second time, and when nobody rates any more

checkin-second = This one is still open. Fill it in if you like, or leave it.
checkin-lapsed = { $count ->
    [one] No rating for { $count } day. No problem. To go on, just tap a number.
   *[other] No rating for { $count } days. No problem. To go on, just tap a number.
}
checkin-over = { $count ->
    [one] I have had no rating for { $count } day, so I stop asking now. Your doses and your summary go on. When you want to rate again, tap <b>Check in</b> or send /checkin, and I will ask each day again.
   *[other] I have had no rating for { $count } days, so I stop asking now. Your doses and your summary go on. When you want to rate again, tap <b>Check in</b> or send /checkin, and I will ask each day again.
}
checkin-back = I will ask each day again, at { $time }.
note-empty = I see no words in that. Please type your note, or send /cancel.

## Trends. Never say that nothing changed: no clear direction is not the same.

menu-trends = Your ratings over 12 or 4 weeks
trends-heading = <b>{ $weeks } weeks, { $first } to { $last }</b>
trends-none = You have rated nothing in the last { $weeks } weeks. /checkin rates today.
trends-weeks = { $weeks } weeks
trends-key = One average for each week, oldest first. “Too few” is a week with not enough entries: fewer than { $least } days.
trends-short = No clear direction can be told from { $weeks } weeks. I need { $need }.
trend-means = <b>{ $symptom }</b>: { $means }.
trend-none = <b>{ $symptom }</b>: not enough entries in any week.
trend-few = { $count ->
    [one] too few
   *[other] too few for { $count } weeks
}
trend-rising = Rising, by about { $change } points in all.
trend-falling = Falling, by about { $change } points in all.
trend-no_clear_direction = No clear direction.
trend-not_enough_weeks = No clear direction: { $weeks ->
    [one] { $weeks } week has enough entries, and I need { $need }.
   *[other] { $weeks } weeks have enough entries, and I need { $need }.
}
