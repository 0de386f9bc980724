### What is rated, where and how many, tags of a day, and the weekly question. Buttons are plain words.

## /symptoms

menu-symptoms = What you rate
button-symptoms = What you rate
symptoms-heading = <b>What you rate</b>
symptoms-hint = Tap one to switch it on or off. Your ratings are kept.
symptoms-none = All are off, so I do not ask each day. Switch one on and I will.
symptoms-saved = Saved.
symptoms-on = { $symptom }: on
symptoms-off = { $symptom }: off
symptoms-own-add = Add my own
symptoms-own = Rename or delete my own
symptoms-own-ask = What shall I call it? Please type a short name, up to { $most } letters and signs.
symptoms-own-which = Which one of your own?
symptoms-own-one = <b>{ $symptom }</b>
symptoms-rename = Rename
symptoms-delete = Delete
symptoms-rename-ask = What shall I call <b>{ $symptom }</b> from now on? Please type a name, up to { $most } letters and signs. Its ratings stay.
symptoms-delete-sure = { $days ->
    [0] Delete <b>{ $symptom }</b>? It has no ratings yet. This cannot be undone.
    [one] Delete <b>{ $symptom }</b>? Its rating of { $days } day goes too. This cannot be undone.
   *[other] Delete <b>{ $symptom }</b>? Its ratings of { $days } days go too. This cannot be undone.
}
symptoms-delete-yes = Yes, delete it
error-label_empty = I see no letters in that. Please type a short name, or send /cancel.
error-label_long = A name can have up to { $most } letters and signs, and this one has { $length }. Please type a shorter one.
error-label_taken = “{ $label }” is there already. Please type another name, or send /cancel.
error-too_many_symptoms = { $most } can be on at once. Please switch one off first. Nothing was changed.
error-too_many_own = You have { $most } of your own, and that is the most. Please delete one first. Nothing was changed.
error-too_many_tags = You have { $most } of your own, and that is the most. Please remove one first. Nothing was changed.
error-switched_off = That one is switched off. Nothing was changed. /symptoms shows what you rate.

## On the finished check-in

checkin-none = You rate nothing at the moment. Tap <b>What you rate</b> to switch something on.
checkin-tags-add = Add what else there was
checkin-tags-change = Change what else there was
rating-said = { $symptom }: { $said }
place-hands = Hands
place-feet = Feet
place-both = Both
place-of = { $symptom }: { $place }
rating-place = { $place ->
    [hands] hands
    [feet] feet
   *[both] hands and feet
}
count-most = { $count }+

## Tags

tags-ask = What else was there on { $day }? Tap all that fit.
tags-said = Also: { $tags }
tags-on = { $tag }: yes
tags-own-add = My own
tags-own-remove = Remove my own
tags-own-ask = What was it? Please type a word or two, up to { $most } letters and signs.
tags-remove-ask = Which one shall I no longer offer? Days that have it keep it.
tags-done = Done

## The history of a day

history-tags = What else there was
rating-with = { $rating } ({ $more })
rating-was = was { $value }

## The weekly question

setting-item-interference = Weekly question: { $value }
setting-ask-interference = Once a week, shall I ask how much your symptoms got in the way? Now: { $value }. It comes after the summary.
setting-interference-0 = no
setting-interference-1 = yes
