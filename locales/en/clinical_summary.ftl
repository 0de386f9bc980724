### The weekly summary beside its symptoms, and what goes along to a visit: clinical.md 4.6. No verdicts, no doses.

summary-nothing = You logged 0 of { $asked } days{ $planned ->
    [0] .
   *[other] {" "}and 0 of { $planned } doses.
} Just carry on today.
summary-place = In the { $place ->
    [hands] hands
    [feet] feet
   *[both] hands and feet
}.
summary-count = { $count } or more counted.
# $answers is a list of summary-answer.
summary-interference = How much it got in the way the week before: { $answers }.
summary-answer = { $symptom } ({ $answer ->
    [0] not at all
    [1] a little
    [2] somewhat
    [3] quite a bit
   *[4] very much
})
summary-on-time = On time: { $count } of { $planned }.
summary-next-injection = Next injection: <b>{ $dose }</b>, { $time }{ $booked ->
    [place] , booked at { $place }
    [yes] , booked
   *[no] {""}
}
summary-review = Around { $day }: time for a check with your clinic.
summary-picture = The picture is in /trends.

button-visit = Take to my visit
visit-heading = <b>For your visit</b>
    { $first } to { $last }. Ratings go from 0 (none) to 10 (as bad as can be).
visit-doses = { $dose }: { $planned ->
    [one] { $taken } of { $planned } dose logged.
   *[other] { $taken } of { $planned } doses logged.
}
visit-extra = { $dose }: { $count ->
    [one] { $count } dose outside a plan.
   *[other] { $count } doses outside a plan.
}
visit-no-doses = No dose was due.
visit-injections = <b>Injections logged</b>
visit-injection = { $day }: { $dose }
visit-prompts = <b>When I said to ask a doctor or nurse</b>
visit-prompt = { $day }: { $rule }
visit-prompt-of = { $day }: { $rule } ({ $symptom })
visit-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
visit-end = This is what was logged. The picture is in /trends.
