### What the rules behind the prompts look at and lead to, and what is said at once under a rating.
### A clinician reviews these sentences. They show what was logged and never name an illness or its cause.

hard-day = { $when ->
    [past] Sorry it was a hard day.
   *[now] Sorry it's a hard day.
}

# Below the advice of a prompt. $count is the number of symptoms in it; $label names a tag of one's own.
prompt-beside = { $count ->
    [one] You tagged
   *[other] <b>{ $symptom }</b>: you tagged
} { $tag ->
    [hard_exercise] hard exercise
    [dehydrated] “dehydrated”
    [poor_sleep] poor sleep
    [illness] illness
    [new_medicine] a new medicine
    [period] your period
    [alcohol] alcohol
   *[own] “{ $label }”
} on { $d } of these days. Mention that too.

## A name on a button, and one short paragraph for each rule. Numbers come as text

rule-name-A-SEVERE = Strong days
rule-A-SEVERE = I check the last { $window } days each time you rate. If { $need } of them are { $threshold } or more, I say at once: call your doctor or nurse.
rule-name-A-NEW = Something new
rule-A-NEW = A symptom was { $quiet } or less for 4 weeks. This week it is { $threshold } or more on { $need } days. Then the summary says: tell your doctor or nurse soon.
rule-name-A-WORSE = A clear rise
rule-A-WORSE = The week's average is { $floor } or more, and { $delta } points or more above your usual weeks. Then the summary says: call your doctor or nurse if you can't think of a reason.
rule-name-A-PERSIST = Something that lasts
rule-A-PERSIST = A symptom is { $threshold } or more on { $min_days } days of a week, for some weeks in a row. Then the summary says: a good time to call your doctor or nurse. Weeks: { $each }.
rule-name-A-INTERFERE = In the way of daily life
rule-A-INTERFERE = Once a week I ask how much a symptom gets in the way, from 0 to 4. An answer of { $once } or more, or of { $twice } or more two times in a row, leads to: tell your doctor or nurse.
rule-name-A-REVIEW = Your check
rule-A-REVIEW = On the day of your check, or 3 months after the start. If the average is { $floor } or more, and less than { $points } points and less than { $percent } % lower than at the start, the summary says: take your chart with you. So it does if a symptom gets in the way by { $interference } of 4 or more.
rule-name-A-SEV1 = One hard day
rule-A-SEV1 = A rating of { $threshold } or more leads to a kind word and a button to the urgent signs. It comes at most once in { $gap_hours } hours.
rule-name-A-INJCRAMP = Cramps after an injection
rule-A-INJCRAMP = Cramps or weakness of { $threshold } or more, up to { $after_injection } days after an injection and { $after_start } days after the start. Then I say at once: tell your clinic.
rule-name-A-OVERDUE = An injection that waits
rule-A-OVERDUE = An injection is not recorded for more than { $days } days, or was moved { $moves } times in a row. Then I say: ask your clinic when your next one should be.
rule-name-A-CONFOUND = What else there was
rule-A-CONFOUND = One tag stands on at least half of the days of { $threshold } or more. Then the prompt names it too. It never takes a prompt away.
rule-name-A-LAPSE = No ratings for a while
rule-A-LAPSE = After { $ask_after } daily questions without a rating I ask without a sound. After { $stop_after } I stop until you rate again.
