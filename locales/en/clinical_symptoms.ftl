### Clinical wording about symptoms beside the daily rating. A clinician reviews these sentences.

## After a rating of 1 or more: where it was, and how many there were (clinical.md Q-CRAMP-N)

rating-where = Where was the { $code ->
    [numbness] numbness
   *[tingling] tingling
}?
rating-how-many = How many cramps?
rating-count = { $count ->
    [0] none counted
    [one] { $count } time
    [5] { $count } times or more
   *[other] { $count } times
}

## Tags (clinical.md section 1.3): what may explain a day

tag-hard_exercise = Hard exercise
tag-dehydrated = Drank too little
tag-poor_sleep = Poor sleep
tag-illness = Illness
tag-new_medicine = New medicine
tag-period = Period
tag-alcohol = Alcohol

## The weekly question (clinical.md Q-INTERF), with its five answers

interference-question = In the 7 days up to { $day }, how much { $code ->
    [fatigue] did <b>fatigue</b>
    [tingling] did <b>tingling</b>
    [cramps] did <b>cramps</b>
    [numbness] did <b>numbness</b>
    [weakness] did <b>muscle weakness</b>
    [muscle_pain] did <b>muscle pain</b>
    [balance] did <b>balance problems</b>
    [memory_focus] did <b>problems with memory or focus</b>
    [mood] did your <b>low or anxious mood</b>
    [mouth_tongue] did your <b>sore mouth or tongue</b>
    [appetite_nausea] did <b>poor appetite or nausea</b>
    [injection_site] did <b>pain at the injection site</b>
   *[own] did “<b>{ $symptom }</b>”
} get in the way of your usual activities?
interference-not_at_all = Not at all
interference-a_little = A little
interference-somewhat = Somewhat
interference-quite_a_bit = Quite a bit
interference-very_much = Very much
interference-saved = <b>Noted for the 7 days up to { $day }</b>
interference-line = { $symptom }: { $answer ->
    [not_at_all] not at all
    [a_little] a little
    [somewhat] somewhat
    [quite_a_bit] quite a bit
    [very_much] very much
   *[skipped] skipped
}
