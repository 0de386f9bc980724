### What a person takes: adding it, plans in words, the list. Amounts are only ever echoed.

## Adding: the questions

add-name = What do you want to add? Type its name.

    Or type it all in one line, such as:
    <code>Vitamin B12 1000 mcg tablet every day at 8:00</code>
add-name-only = What is it called?
add-amount = How much is one dose? Type it as the label says it, such as “1 tablet”. I only repeat it back to you.
add-form = What form does it come in?
add-often = How often? Tap a button, or type it, such as “every 3 days at 9:00” or “every day at 8 for 2 weeks”.
add-every = { $unit ->
    [weeks] Every how many weeks? Tap a number or type one.
    [months] Every how many months? Tap a number or type one.
   *[days] Every how many days? Tap a number or type one.
 }
add-weekdays = { $needed ->
    [0] On which days? Tap them, then <b>Done</b>. Or type them, such as “Mon, Wed, Fri”.
   *[other] On which { $needed } days of the week? Tap them, then <b>Done</b>. Or type them, such as “Mon, Wed”.
 }
    { $chosen }
add-time = At what time? Tap one, or type it, such as “8:05” or “8 pm”.
add-times = { $needed ->
    [0] At what time of day? Tap one or more, then <b>Done</b>. Or type them, such as “8:05” or “8, 20:30”.
   *[other] At which { $needed } times of day? Tap them, then <b>Done</b>. Or type them, such as “8, 20:30”.
 }
    { $chosen }
add-chosen = { $count ->
    [0] Nothing is chosen yet.
   *[other] Chosen: <b>{ $list }</b>
 }
add-start = On which day does it start? Tap a button or type a date, such as “1 Dec 2026”.
add-words = Please type that part again, or the whole line.
add-words-all = Please type the whole line again.
add-words-date = Please tap one, or type the date again.
add-words-name = Please type that part again, or the whole line. If it belongs to the name, put the name in quotes.
add-change = What do you want to change?

## Adding: labels of buttons

add-button-save = Save
add-button-change = Change
add-button-cancel = Cancel
add-button-skip = Skip
add-button-done = Done
add-button-today = Today
add-button-tomorrow = Tomorrow
add-button-name = All of it is the name
add-button-steps = Ask me step by step
add-field-name = Name
add-field-amount = Amount
add-field-form = Form
add-field-often = How often
add-field-times = Times
add-field-start = Start
often-daily = Every day
often-weekdays = Chosen weekdays
often-days = Every few days
often-weeks = Every few weeks
often-months = Every few months
often-needed = As needed
form-tablet = Tablet
form-capsule = Capsule
form-liquid = Liquid
form-drops = Drops
form-spray = Spray
form-patch = Patch
form-injection = Injection
form-other = Another form

## Adding: answers that could not be used

add-amount-unclear = Please type the amount in letters or digits, such as “1 tablet”.
add-form-unclear = I do not know that form. Please tap one of these.
add-weekdays-none = Please choose a day first.
add-weekdays-unclear = I did not get those days. Please type them like “Mon, Wed, Fri”.
add-weekdays-count = { $needed ->
    [one] You said { $needed } day a week, so please choose { $needed }.
   *[other] You said { $needed } days a week, so please choose { $needed }.
 }
add-times-none = Please choose a time first.
add-times-unclear = I did not get that time. A day runs from 0:00 to 23:59. Please type it like “8:05” or “8, 20:30”.
add-times-count = { $needed ->
    [one] This needs { $needed } time, so please give just one.
   *[other] You said { $needed } times a day, so please give { $needed } times.
 }
add-times-many = { $most ->
    [one] I can remind you at { $most } time a day. Please choose fewer.
   *[other] I can remind you at up to { $most } times a day. Please choose fewer.
 }
add-over = Nothing of this plan lies ahead: it would be over already. Please give another start.

## Adding: what a line leaves open

add-ask-too_long = That is too long for me. Please start with the name alone.
add-ask-no_name = I found no name in that. Please use letters or digits.
add-ask-no_timing = I did not find how often that is.
add-ask-no_end = I need to know when each part ends, such as “for 2 weeks” or “6 times”.
add-ask-end_unclear = I can’t tell on which day one part ends. Please give it as a number of doses, such as “6 times”.
add-ask-end_before_start = That ends before it starts. Please check the dates.
add-ask-nothing_planned = With that, no dose would ever come up. Please check the days and dates.
add-ask-gap_broken = These doses are closer together than the gap you gave.
add-ask-too_many_phases = That has more parts than I can keep, which is 12.
add-ask-not_understood = I do not understand “{ $words }”.
add-ask-several_doses = I see more than one amount: “{ $words }”. Please give just one.
add-ask-which_dates = “{ $words }” does not tell me on which days. Please say it like “every 3 months” or “on the 1st and 15th of the month”.
add-ask-too_many_times = That is too many times a day. I can remind you up to 24 times.
add-ask-times_differ = The parts of this plan need different numbers of times. Please give the times for each part.
add-ask-days_differ = The number of days a week does not fit the days you gave.
add-ask-bad_time = “{ $words }” is not a time. A day runs from 0:00 to 23:59.
add-ask-bad_date = “{ $words }” is not a date that I know.
add-ask-bad_count = “{ $words }” does not work: the number is too low or too high.
add-ask-ambiguous_date = “{ $words }” can be more than one date. Which one do you mean?
add-ask-ambiguous_time = “{ $words }” can be more than one time. Please say it like “8:00 and 20:00”.
add-ask-ambiguous_interval = “{ $words }” can be read in two ways. Please give just one.
add-ask-ambiguous_end = I see more than one end. Please give just one.

## Adding: the preview and after

add-preview = <b>Is this right?</b>
regimen-passed = Today’s { $time } has gone by: I will not ask for it.
add-not-saved = Nothing is saved yet.
add-use-buttons = Please tap <b>Save</b>, <b>Change</b> or <b>Cancel</b>. Nothing is saved yet.
add-cancelled = Stopped. Nothing was saved. /add starts again.
add-old-question = That question is closed, so nothing was changed. /add starts again. /regimens shows what you take.
add-assumed-starts_today = Assumed: it starts today.
add-assumed-end_until_included = Assumed: the last day you gave counts as well.
add-assumed-year = Assumed: the date is the next one with that day and month.
add-assumed-every_week = Assumed: it is every week.
add-assumed-every_month = Assumed: it is every month.
add-assumed-same_time = Assumed: the time is the same for each part.
add-assumed-morning_at = Assumed: the morning is { $time }.
add-assumed-midday_at = Assumed: midday is { $time }.
add-assumed-afternoon_at = Assumed: the afternoon is { $time }.
add-assumed-evening_at = Assumed: the evening is { $time }.
add-assumed-bedtime_at = Assumed: bedtime is { $time }.

## Plans in words

plan-as-needed = as needed
plan-then = { $before }, then { $after }
plan-from = from { $date } { $plan }
plan-from-actual = { $plan }, counted from the last one taken
plan-at = { $rhythm } at { $times }
plan-apart = { $days ->
    [one] { $plan }, at least { $days } day apart
   *[other] { $plan }, at least { $days } days apart
 }
plan-with-end = { $plan }, { $end }
plan-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
 }
plan-until = until { $date }
plan-until-clinic = until your clinic changes it
plan-for-days = { $days ->
    [one] for { $days } day
   *[other] for { $days } days
 }
plan-for-weeks = { $weeks ->
    [one] for { $weeks } week
   *[other] for { $weeks } weeks
 }
plan-every-hours = { $every ->
    [1] every hour
   *[other] every { $every } hours
 }
plan-hours-from = { $rhythm } from { $time }
plan-within = { $rhythm } from { $first } to { $last }
plan-every-days = { $every ->
    [1] every day
    [2] every other day
   *[other] every { $every } days
 }
plan-every-weeks = { $every ->
    [1] every week
   *[other] every { $every } weeks
 }
plan-weekdays = { $every ->
    [1] every { $days }
   *[other] every { $every } weeks on { $days }
 }
plan-every-months = { $every ->
    [1] every month
   *[other] every { $every } months
 }
plan-month-days = { $rhythm } on the { $days }
plan-last-day = { $rhythm } on the last day
plan-nth-weekday = { $place ->
    [1] { $rhythm } on the first { $day }
    [2] { $rhythm } on the second { $day }
    [3] { $rhythm } on the third { $day }
    [4] { $rhythm } on the fourth { $day }
   *[other] { $rhythm } on the last { $day }
 }
plan-ordinal = { $n ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $n }th
 }
plan-on-numbered-days = { $count ->
    [one] on day { $days }
   *[other] on days { $days }
 }
plan-cycle = { $plan }, { $on ->
    [one] { $on } day on
   *[other] { $on } days on
 } and { $off ->
    [one] { $off } day off
   *[other] { $off } days off
 }
plan-only-on = { $plan }, but only on { $days }
plan-except = { $rhythm } except { $days }
plan-moment = { $date }, { $time }

## One regimen

regimen-what = <b>{ $label }</b>
regimen-amount = How much: { $amount }
regimen-form = Form: { $form }
regimen-when = When: { $plan }
regimen-start = Starts: { $date }
regimen-zone = Time zone: { $zone }
regimen-next = { $count ->
    [one] Next date:
   *[other] Next dates:
 }
regimen-next-one = Next: { $time }
regimen-plan = { $plan }
regimen-over = No more dates ahead.
regimen-no-reminders = No reminders. You can record each dose under /today.
regimen-paused = Paused: no reminders until you resume it.
regimen-ended = Ended: no more reminders.
regimen-saved = Saved: { $dose }
regimen-saved-as-needed = As needed, without reminders. You can record each dose under /today.
regimen-act-pause = Pause
regimen-act-resume = Resume
regimen-act-end = End
regimen-act-delete = Delete
regimen-ask-end = End <b>{ $label }</b>? Reminders stop for good. What you recorded stays in your diary.
regimen-yes-end = Yes, end it
regimen-ask-delete = Delete <b>{ $label }</b>? It goes for good, with every dose you recorded for it. To keep the record, end it instead.
regimen-yes-delete = Yes, delete it
regimen-no = No

## The list

regimens-heading = <b>What you take</b>
regimens-none = You have added nothing yet. /add adds something, such as:
    <code>/add Vitamin B12 1000 mcg tablet every day at 8:00</code>
regimens-hint = Tap one to change, pause, end or delete it. /add adds another.
regimens-more = { $count ->
    [one] And { $count } more: its button is below.
   *[other] And { $count } more: their buttons are below.
 }

## Errors: codes of the journal

error-too_long = That is too long. Please use up to { $most } letters.
error-too_many = You have { $most } things on your list, which is all I can keep. End or delete one first under /regimens.
error-plan_phases = That plan has too many parts. Please say it in fewer.
error-plan_every = That step does not work. Please give a number from 1 to 1000.
error-plan_unit = I do not know that unit. Please use hours, days, weeks or months.
error-plan_time = Those times do not work. Please give 1 to 24 different times a day.
error-plan_weekday = With those days no dose would ever come up. Please choose other days.
error-plan_day = That day of the month does not work. Please use 1 to 31.
error-plan_cycle = Days on and days off must each be 1 to 1000.
error-plan_end = That end does not work with the rest: no dose would come up before it. Please say how often again, with its end.
error-plan_start = That start does not work with the rest. Please give another date.
error-plan_zone = I do not know your time zone. Please set it again with /start.
error-plan_gap = These doses are closer together than the gap you gave. Please say how often again.
