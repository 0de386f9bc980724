### Plans that wait for another, that go on after a pause, and limits that people set for themselves.
### What is said of limits repeats the person's own numbers; it says nothing of what to take.

## A person's own limits for what is taken as needed

plan-own-gap = { $hours ->
    [one] { $plan }, at least { $hours } hour apart
   *[other] { $plan }, at least { $hours } hours apart
 }
plan-own-most = { $plan }, no more than { $most } a day
add-field-own = Own limits
add-own = Do you want to be reminded of a limit of your own? Tap one, or type it, such as “at least 6 hours apart, no more than 4 a day”.
add-own-gap = { $hours ->
    [one] { $hours } hour apart
   *[other] { $hours } hours apart
 }
add-own-most = At most { $most } a day
add-own-none = No limits
add-own-unclear = I did not get that. Please type it like “at least 6 hours apart” or “no more than 4 a day”.
add-ask-own_limit = “{ $words }” goes only with what you take as needed. Please take it out, or say “as needed”.
error-plan_limit = Those limits do not work. Please give 1 to 168 hours apart and 1 to 48 a day, for what you take as needed.
own-gap-set = { $hours ->
    [one] You set at least { $hours } hour between two.
   *[other] You set at least { $hours } hours between two.
 }
own-gap-last = The last one is recorded at { $time }.
own-gap-next = The next one is recorded at { $time }.
own-most-reached = { $count ->
    [one] You set no more than { $most } a day. { $count } is recorded on { $day }.
   *[other] You set no more than { $most } a day. { $count } are recorded on { $day }.
 }
own-ask = Record it all the same?
own-gap-ends = { $hours ->
    [one] The { $hours } hour that you set ends at { $time }.
   *[other] The { $hours } hours that you set end at { $time }.
 }
regimen-act-limits = Own limits

## A regimen that starts after another

link-start-after = Start after another
link-start-now = Start now
link-leave = Leave it
link-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
link-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
link-waits = Starts { $span } after the first { $other } is recorded.
link-begun = Starts { $span } after the first { $other }, which is on { $time }.
link-passed = { $span } after the first { $other } was on { $time }, so it starts as soon as it is saved.
link-starts = { $dose } starts now: first on { $time }.
link-ask-other = After which one is <b>{ $label }</b> to start?
link-none = There is nothing that it could wait for.
link-ask-hours = How long after the first { $other }? Tap one, or type it, such as “36 hours” or “5 days”.
link-hours-unclear = I did not get that. Please type 1 to 720 hours, or 1 to 30 days.
link-unknown = I do not know “{ $name }” among what you take. After which one does it start?
link-nothing = It waits for nothing
link-lost-line = It waits for something that is not on your list any more, so it has no start.
link-lost = { $dose } waits for something that is not on your list any more, so it has no start. What is to happen?
link-left = <b>{ $label }</b> goes on waiting, without reminders. /regimens starts it.
add-link-unfit = This plan cannot wait for another: it has fixed dates, or none. It stands without that.
error-link_hours = That is too short or too long. Please give 1 to { $most } hours. Nothing was changed.
error-link_unfit = It cannot start after that one: it has fixed dates or a record, or they wait for each other. Nothing was changed.
error-link_past = So long after the first { $label } has passed already: there is nothing to wait for. Nothing was changed.

## A pause that moves the dates

go-on-next = { $dose }: { $kept } if the dates stay, { $moved } if it goes on where it stopped.
go-on-last = { $dose }: its last day is { $kept } if the dates stay, { $moved } if it goes on where it stopped.
go-on-none = no date
go-on-fixed = { $dose } ends on { $date } either way, unless you move that too.
go-on-ask = Until you choose or record a dose, the dates stay.
go-on-keep = Keep the dates
go-on-shift = Go on where it stopped
go-on-ends = Go on, and end later
go-on-kept = The dates stay as they were.
go-on-shifted = It goes on where it stopped.
pause-year = That day has passed this year. Please type the year too, such as “1 March 2027”. Nothing was changed yet.
error-pause_settled = It is too late for that: a dose was recorded since, or the plan has changed. The dates stay.

## What a line of /log leaves open

when-no-time = I did not get a time that is past.
