### What goes to a caregiver, and what the patient hears of it. Calm, neutral, nothing about what should be done.

## The week

digest-heading = <b>Week of { $name }, { $first } to { $last }</b>
digest-logged = Rated on { $days } of 7 days.
digest-too-few = <b>{ $symptom }</b>: too few entries for an average.
digest-next = Next: { $dose }, { $time }
digest-prompted = { $sent ->
    [yes] A hint to talk to a doctor or nurse was sent.
   *[no] No hint to talk to a doctor or nurse was sent.
}
digest-note = { $day }: “{ $text }”
digest-unsure = I am not sure that the week of { $name } up to { $last } came through.
digest-show = Show it
digest-gone = That week cannot be shown any more. /caregivers shows how things stand.

## What the patient sees before it goes

care-reads = What { $name } will read
digest-preview = This is what { $name } will read on { $day }, as things stand now.
digest-picture = A picture of these averages goes with it.
digest-skipped = { $name } will get no page on { $day }. This one stays with you:
digest-none-planned = No page for { $name } is planned.
digest-skip = Skip this week
digest-send = Send it after all

## Alerts

# $time is a time of day, or care-both-times.
care-dose-open = Dose not recorded yet: { $name }, { $dose }, { $time }.
care-dose-why = It may have been taken and not recorded.
care-both-times = { $time } in { $name }’s time, { $here } in yours
care-injection-open = Injection of { $day } is overdue and not recorded: { $name }, { $dose }.
care-settled = { $helped ->
    [yes] It has been recorded for { $name }.
   *[no] { $name } has recorded it since.
}
care-silence = No word from { $name } for { $days } days: nothing was typed or tapped here. There can be many reasons.
care-alert-old = That is not open any more. /caregivers shows how things stand.

## What the patient hears

care-told-dose = I told { $name } that the dose of { $time } is not recorded.
care-told-doses = I told { $name } that { $count } doses are not recorded.
care-told-injection = I told { $name } that the injection of { $day } is not recorded.
care-told-silence = I told { $name } that you have not written for { $days } days.
care-told-settled = I told { $name } that a dose was not recorded. They can see that it is now.
care-helped = { $name } has recorded a dose for you.
care-asks = { $name } asks whether you have taken it.
care-lost = I cannot reach { $name } any more. They get nothing from here until they write to me again.
dose-by = { $dose }, recorded by { $name }
dose-by-someone = { $dose }, recorded by someone who reads along

## Helping

care-doses = Open doses
care-doses-heading = <b>Not recorded yet</b>, for { $name }:
care-doses-none = No dose of { $name } waits to be recorded.
care-doses-unseen = You may ask { $name } whether a dose was taken. The list is not shared with you.
care-record = Record for { $name }
care-ask = Ask { $name }
care-asked-now = I have asked { $name }, or do so in the morning.
error-care_not_yours = That cannot be done for { $name } now. Nothing was changed.
error-care_near = One was recorded near that time. Only { $name } can say if this is one more. Nothing was changed.
error-care_asked = You have asked { $name } today. One a day is the most. Nothing was sent.
error-care_nothing_open = No dose of { $name } waits to be recorded. Nothing was sent.

## In the list of what was sent to whom

care-log-digest = got the week
care-log-care-dose = heard that a dose was not recorded
care-log-care-silent = heard that you had not written
care-log-care-helped = recorded a dose for you
care-log-care-asked = asked about a dose
