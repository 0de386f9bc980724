### Plans in parts: asking for them, saying that one is over, and the clinic's word.

## Adding: more shapes

add-often-part = { $part ->
    [1] The first part: how often? Tap a button, or type it, such as “every other day”.
   *[other] The next part: how often? Tap a button, or type it, such as “every 8 weeks”.
 }
add-often-course = How often? Tap a button, or type it, such as “every day at 8 for 2 weeks”.
add-so-far = So far: { $plan }
add-part-needed = A part of a plan needs its own dates. Please say how often.
often-more = More
often-course = A course that ends
often-loading = Loading, then maintenance
often-except = Every day except some
often-hours = Every few hours
often-some_weeks = Every few weeks on set days
often-cycle = Days on, days off
often-days_of_month = Days of the month
often-last_day = Last day of the month
often-nth = A weekday of the month
often-offsets = Certain days: 1, 3, 7 …

add-except = On which days do you <b>not</b> take it? Tap them, then <b>Done</b>. Or type them, such as “Tue”.
    { $chosen }
add-days-of-month = On which days of the month? Tap them, then <b>Done</b>. Or type them, such as “1 and 15”.
    { $chosen }
add-days-of-month-unclear = I did not get those days. A month has the days 1 to 31. Please type them like “1 and 15”.
add-offsets = On which days, counted from day 1? Tap them, then <b>Done</b>. Or type them all, such as “1, 3, 7, 12”.
    { $chosen }
add-offsets-unclear = I did not get those days. Please type them like “1, 3, 7”. Day 1 is the first day.
add-cycle-on = How many days in a row do you take it? Tap a number or type it, such as “3 weeks”.
add-cycle-off = { $on ->
    [one] { $on } day on. How many days off after that?
   *[other] { $on } days on. How many days off after that?
 }
add-nth = Which one of the month? Tap one, or type it, such as “first Monday”.
add-nth-day = And which day is it?
add-nth-first = First
add-nth-second = Second
add-nth-third = Third
add-nth-fourth = Fourth
add-nth-last = Last
add-hours = Day and night, or only in a part of the day? Tap the first time of the day. Or type both, such as “8 to 20”.
add-hours-last = From { $first }. And which time is the last? Tap it.
add-hours-unclear = I did not get those times. Please type the first and the last, such as “8 to 20”.
add-button-always = Day and night

## Adding: ends and further parts

add-end = How does it end? Tap a button, or type it, such as “6 times”, “for 2 weeks” or “until 3 March”.
add-end-part = How does this part end? Tap a button, or type it, such as “6 times”, “for 2 weeks” or “until 3 March”.
add-end-kind-doses = After some doses
add-end-kind-days = After some days
add-end-kind-weeks = After some weeks
add-end-kind-date = On a date
add-end-clinic = When my clinic changes it
add-end-never = It does not end
add-end-doses = After how many doses? Tap a number or type one.
add-end-days = After how many days? Tap a number or type one.
add-end-weeks = After how many weeks? Tap a number or type one.
add-end-date = On which date is its last day? Type it, such as “3 March”.
add-end-number = That number is too low or too high. Please give another.
add-end-unclear = I did not get that end. Please tap a button, or type it like “6 times” or “until 3 March”.
add-end-months = I need the first day to count months. Please give weeks, doses or a date instead.
add-more = Is that all, or does another part follow?
add-more-all = That is all
add-more-another = Add another part
add-more-ends = This part ends too
add-more-unclear = Please tap one of the buttons.
add-start-part = On which day does this part start? Tap a button or type a date, such as “1 Dec 2026”.
add-start-after = Right after the part before
add-apart = How many days are there at least between two doses? Tap a number or type one.
add-apart-none = No limit
add-apart-unclear = I did not get that number. Please type it like “3 days”.
add-which-part = Which part?
add-part = Part { $number }: { $plan }
add-part-every = Every part
add-field-end = End
add-field-except = Days left out
add-field-apart = Days apart

## A part that is over, and a whole plan

phase-counted = { $taken } of { $raised } recorded
phase-over = { $part ->
    [1] { $dose }: the first part of your plan is over, with { $counted }.
    [2] { $dose }: the second part of your plan is over, with { $counted }.
    [3] { $dose }: the third part of your plan is over, with { $counted }.
   *[other] { $dose }: part { $part } of your plan is over, with { $counted }.
 }
phase-next = Next: { $plan }, first on { $time }.
plan-over = { $dose }: your plan is over, with { $counted }. I will not remind you of it any more. What is next?
plan-over-new = Add a new plan
plan-over-keep = Keep it ended
plan-kept = { $dose }: it stays ended. What you recorded stays in your diary.

## The clinic's word

clinic-now = Now: { $plan }
clinic-ask = Has your clinic told you to change the plan?
clinic-yes = Yes
clinic-no = Not yet
clinic-changed = My clinic changed the plan
clinic-later = Noted: the plan goes on as it is. I will ask again on { $date }.
clinic-alone = Your plan does not say what comes next. You can change it, or end it.
switch-next = Next part: { $plan }
switch-day = On which day is its first dose? Tap a day, or type a date, such as “1 Dec 2026”. Until then this part goes on.
switch-counted = Or stop this part now. Counted from its last dose, the next one is on { $date }.
switch-now = Stop now and count from the last dose
switch-again = Another day
switch-old = That question is closed, so nothing was changed. /regimens shows what you take.
switch-cancelled = Stopped. The plan goes on as it is.
error-question_old = That question is closed: the plan has changed since then. /regimens shows it as it is now.
error-switch_early = That is before the plan began. Please give a later day.
error-switch_over = Nothing of the next part would lie ahead then. Please give another day.
