### Where an injection was given, by whom, of which batch; and the question a day later.

## Places: on a button, and within a line

site-left_arm = Left upper arm
site-right_arm = Right upper arm
site-left_thigh = Left thigh
site-right_thigh = Right thigh
site-left_buttock = Left buttock
site-right_buttock = Right buttock
site-left_belly = Left side of belly
site-right_belly = Right side of belly
site-used = { $site } · { $day }
place-left_arm = left upper arm
place-right_arm = right upper arm
place-left_thigh = left thigh
place-right_thigh = right thigh
place-left_buttock = left buttock
place-right_buttock = right buttock
place-left_belly = left side of the belly
place-right_belly = right side of the belly

## What is known, after "taken at 10:05"

given-line = { $dose }, { $details }
given-site = { $place }
given-by-clinic = at the clinic
given-by-me = by me
given-by-other = by someone else
given-batch = batch { $batch }

## Details of an injection

given-clinic = At the clinic
given-me = By me
given-other = Someone else
detail-open = Details
detail-other-place = Other place
detail-more = Other details
detail-change = Change details
detail-place = Place
detail-giver = Who gave it
detail-batch = Batch
detail-clear = Clear details
detail-ask-site = Where was it given?
detail-ask-other = Which place was it? Type it, such as “left hip”, or tap one. /cancel stops.
detail-ask-giver = Who gave it?
detail-ask-batch = Which batch was it? Type what stands on the pack, such as “LOT A12”. /cancel stops.
detail-ask-menu = What do you want to add or change?
detail-unclear = I need a word or a number here. Please type it again. /cancel stops.
error-detail_too_long = This can have up to { $most } letters and signs, and yours has { $length }. Please send a shorter one. /cancel stops.

## The last injections

sites-open = Last injections
sites-heading = <b>Last injections: { $label }</b>
sites-none = None is recorded yet.
sites-line = { $day }: { $details }
sites-unknown = no details
sites-reaction = { $had ->
    [no] no reaction
    [yes] a reaction
   *[what] reaction: { $what }
}

## Settings

setting-item-reactions = Ask about injections: { $value }
setting-ask-reactions = Shall I ask about reactions the day after an injection? Now: { $value }.
setting-reactions-0 = no
setting-reactions-1 = yes
