### Clinical wording: what a check-in asks, what a weekly summary says, and the prompts to see a clinician.
### A clinician reviews these sentences. They show what was logged and never name an illness or its cause.

## Symptoms: at the start of a line, on a button, in a picture

symptom-fatigue = Fatigue
symptom-tingling = Tingling
symptom-cramps = Cramps
symptom-numbness = Numbness
symptom-weakness = Muscle weakness
symptom-muscle_pain = Muscle pain
symptom-balance = Balance problems
symptom-memory_focus = Poor memory or focus
symptom-mood = Low or anxious mood
symptom-mouth_tongue = Sore mouth or tongue
symptom-appetite_nausea = Poor appetite or nausea
symptom-injection_site = Pain at the injection site

## The daily check-in

checkin-heading = <b>Check-in for { $day }</b>
checkin-saved = <b>Check-in saved for { $day }</b>
checkin-earlier = This is an earlier day.
checkin-value = { $symptom } { $value }
checkin-skipped = { $symptom } skipped
# Named by code, so that each language can put the symptom into the sentence as its grammar wants.
checkin-question = { $when ->
    [past] On { $day },
   *[now] In the last 24 hours,
} how strong { $code ->
    [fatigue] was your <b>fatigue</b>
    [tingling] was your <b>tingling</b>
    [cramps] were your <b>cramps</b>
    [numbness] was your <b>numbness</b>
    [weakness] was your <b>muscle weakness</b>
    [muscle_pain] was your <b>muscle pain</b>
    [balance] were your <b>balance problems</b>
    [memory_focus] were your <b>problems with memory or focus</b>
    [mood] was your <b>low or anxious mood</b>
    [mouth_tongue] was your <b>sore mouth or tongue</b>
    [appetite_nausea] was your <b>poor appetite or nausea</b>
    [injection_site] was your <b>pain at the injection site</b>
   *[own] was “<b>{ $symptom }</b>”
} on average?
checkin-scale = { $lowest } is none, { $highest } is as bad as you can imagine.
checkin-skip = Skip
checkin-same = Same as yesterday
checkin-same-before = Same as the day before
checkin-which = Which one do you want to change?
checkin-change = Change
checkin-note = Your note: { $note }
checkin-note-add = Add a note
checkin-note-change = Change the note

# Must stay true: the phrases are those of crisis-phrases.
note-ask = Please type your note about that day as one message. It takes the place of an earlier one. /cancel keeps things as they are.
    Nobody reads notes for emergencies; only a few exact phrases bring up the help numbers. /urgent shows them.

error-bad_rating = A rating is a number from 0 to 10. Nothing was changed. /checkin shows today.
error-too_old = I can only record that up to { $days } days after the day itself. Nothing was changed. /checkin shows today.
error-no_yesterday = There is no rating from the day before. Please tap a number.
error-note_too_long = A note can have up to { $most } letters and signs, and this one has { $length }. Please send a shorter one.

## The weekly summary

summary-heading = <b>Your week, { $first } to { $last }</b>
summary-logged = You logged { $days } of { $asked } days.
# $change is one of the change- texts.
summary-symptom = <b>{ $symptom }</b>: { $mean } on average, { $change }.
summary-average = <b>{ $symptom }</b>: { $mean } on average.
summary-days = { $low } or more on { $moderate ->
    [0] no day
    [one] { $moderate } day
   *[other] { $moderate } days
}, { $high } or more on { $severe ->
    [0] none
   *[other] { $severe }
}.
change-about_the_same = about the same as last week
change-a_bit_higher = a bit higher than last week
change-a_bit_lower = a bit lower than last week
change-clearly_higher = clearly higher than last week
change-clearly_lower = clearly lower than last week
change-not_enough_entries = with too few entries last week to compare
summary-too-few = <b>{ $symptom }</b>: not enough entries, { $days } of 7 days.
summary-missing = I need at least { $least } days for an average. No problem. Just carry on today.
summary-no-doses = No dose was due this week.
summary-doses = { $planned ->
    [one] { $taken } of { $planned } dose logged.
   *[other] { $taken } of { $planned } doses logged.
}
summary-skipped = { $count ->
    [one] { $count } dose skipped.
   *[other] { $count } doses skipped.
}
summary-paused = { $count ->
    [one] { $count } thing you take is paused.
   *[other] { $count } things you take are paused.
}
summary-rested = { $count ->
    [one] Everything was paused on { $count } day. It does not count.
   *[other] Everything was paused on { $count } days. They do not count.
}
summary-next = Next dose: <b>{ $dose }</b>, { $time }
summary-no-next = No next dose is planned.
summary-unsure = I am not sure whether your summary of the week to { $last } reached you.

## The picture above the summary

chart-title = { $first } to { $last }
chart-average = { $mean } this week
chart-too-few = too few entries this week
chart-day = each day
chart-mean = week average
chart-intake = dose
chart-injection = injection

## Prompts to see a clinician. finding-: one line per symptom with its numbers; advice-: once per rule, below them

finding-T-SEVERE = You rated <b>{ $symptom }</b> { $t } or more on { $d } of the last 7 days.
advice-T-SEVERE = <b>Please call your doctor or nurse in the next day or two.</b> If you feel very unwell now, or have any sign on the urgent list, get help right away. Why: feelings this strong are worth a call.
finding-T-NEW = New for you this month: <b>{ $symptom }</b>, { $t } or more on { $d } days.
advice-T-NEW = <b>Please tell your doctor or nurse soon.</b> Why: new feelings are easier to sort out early.
finding-T-WORSE = Your average for <b>{ $symptom }</b> was about { $delta } points higher this week than in your usual weeks: { $mean }, and { $usual } before.
advice-T-WORSE = <b>If you can't think of a reason, call your doctor or nurse.</b> Why: a clear change is worth telling them about.
finding-T-PERSIST = You rated <b>{ $symptom }</b> { $t } or more on { $d } of { $n } days, { $K } weeks in a row.
advice-T-PERSIST = <b>This is a good time to call your doctor or nurse.</b> Why: feelings like this that last are worth a check. They can have many causes, and a doctor or nurse can find out which.
finding-T-PERSIST-EARLY = You rated <b>{ $symptom }</b> { $t } or more on { $d } of { $n } days, { $K } weeks in a row.
advice-T-PERSIST-EARLY = Some feelings can take weeks or months to ease. <b>Tell your doctor or nurse at your next check,</b> or sooner if it gets worse or you are worried. Why: what lasts is worth telling them about.
finding-T-INTERFERE = You said that <b>{ $symptom }</b> got in the way of daily life: { $answer ->
    [0] not at all
    [1] a little
    [2] somewhat
    [3] quite a bit
   *[4] very much
} ({ $answer } of 4).
advice-T-INTERFERE = <b>Please tell your doctor or nurse.</b> Why: there may be things they can change.
finding-T-REVIEW = { $m ->
    [0] The date of your check has come.
    [one] It is about { $m } month since you started treatment.
   *[other] It is about { $m } months since you started treatment.
} { $word ->
    [about_the_same] Your average for <b>{ $symptom }</b> is about the same as when you started: { $baseline } then, { $current } now.
    [a_bit_higher] Your average for <b>{ $symptom }</b> is a bit higher than when you started: { $baseline } then, { $current } now.
    [clearly_higher] Your average for <b>{ $symptom }</b> is clearly higher than when you started: { $baseline } then, { $current } now.
    [a_bit_lower] Your average for <b>{ $symptom }</b> is a bit lower than when you started: { $baseline } then, { $current } now.
    [clearly_lower] Your average for <b>{ $symptom }</b> is clearly lower than when you started: { $baseline } then, { $current } now.
   *[unknown] You said that <b>{ $symptom }</b> still gets in the way of daily life ({ $answer } of 4).
}
advice-T-REVIEW = <b>Most people have a check around now. Take your chart with you.</b> Why: a doctor or nurse can look at what has changed and what has not.
prompt-end = This is not a diagnosis.

## Said at once: cramps or weakness soon after an injection, early in the treatment (clinical.md T-INJCRAMP)

injection-cramp = You had an injection { $d ->
    [0] today
    [one] { $d } day ago
   *[other] { $d } days ago
} and your { $code ->
    [weakness] muscle weakness is
   *[cramps] cramps are
} { $t } or more. <b>Tell your clinic about it, today if you can.</b> Why: when treatment starts, salts in the blood can shift. A simple blood test can check this. <b>If your heart is fluttering or you feel faint, get help right away.</b>

## About the treatment: why it is asked

treatment-why-start = With the start I know when most people have a check, and that some feelings take time to ease.
treatment-why-sooner = If you are pregnant or breastfeeding, I can bring up that check after 1 month already.

answer-booked = I've booked
answer-seen = I've been seen
answer-next_week = Remind me next week
answer-mute = { $count ->
    [one] Don't ask about this symptom
   *[other] Don't ask about these symptoms
}
noted-booked = Noted: you've booked a visit. I'll leave this for { $weeks } weeks, unless your ratings clearly rise.
noted-seen = Noted: you've been seen. I'll leave this for { $weeks } weeks, unless your ratings clearly rise.
noted-next_week = Noted: I'll bring this up again next week if it is still so.
noted-mute = { $count ->
    [one] Noted: I won't ask about this symptom again.
   *[other] Noted: I won't ask about these symptoms again.
}
