### Supplies: what is left of what a person takes. No hurry in any word; what to take is never said.

menu-stock = What you have left, and for how long

## Amounts

unit-tablet = { $count ->
    [one] { $count } tablet
   *[other] { $count } tablets
 }
unit-capsule = { $count ->
    [one] { $count } capsule
   *[other] { $count } capsules
 }
unit-vial = { $count ->
    [one] { $count } vial
   *[other] { $count } vials
 }
unit-ampoule = { $count ->
    [one] { $count } ampoule
   *[other] { $count } ampoules
 }
unit-ml = { $count } ml
unit-dose = { $count ->
    [one] { $count } dose
   *[other] { $count } doses
 }
unit-own = { $count } { $unit }
units-tablet = Tablets
units-capsule = Capsules
units-vial = Vials
units-ampoule = Ampoules
units-ml = Millilitres
units-dose = Doses

## What is left

stock-heading = <b>What you have left</b>
stock-line = { $name }: { $left }
stock-hint = Tap one to refill or correct it.
stock-none = I count nothing yet. Tap one, and I will tell you before it runs out.
stock-none-left = none left by my count.
stock-left-until = { $left } left, enough up to { $day }.
stock-left-beyond = { $left } left, enough beyond { $day }.
stock-left-whole-plan = { $left } left, enough for the whole plan.
stock-left-too-few = { $left } left, less than one dose.
stock-left-no-dose = { $left } left. No dose is planned ahead.
stock-left-doses = { $doses ->
    [0] { $left } left, less than one dose.
    [one] { $left } left, enough for { $doses } dose.
   *[other] { $left } left, enough for { $doses } doses.
 }
stock-dose = One dose uses { $amount }.
stock-lead = { $days ->
    [one] I tell you { $days } day before it runs out.
   *[other] I tell you { $days } days before it runs out.
 }
stock-silent = I do not tell you before it runs out.
stock-resting = It rests, so I do not bring it up.

## Buttons

stock-count = Count my supply
stock-open = My supply
stock-act-refill = Refill
stock-act-correct = Correct the count
stock-act-leads = When to tell me
stock-act-silence = Stop telling me
stock-act-speak = Tell me again
stock-act-none = Yes, none left
stock-act-stop = Stop counting
stock-act-stopped = Yes, stop counting
stock-some = No, I have some
stock-days = { $days ->
    [one] { $days } day before
   *[other] { $days } days before
 }

## Questions

stock-ask-unit = What do you count it in? Tap one, or type your own word, such as “sachet”.
stock-ask-now = How many do you have now? Tap a number or type one, such as “28”.
stock-ask-dose = How much of it does one dose use? Tap it or type a number, such as “1” or “0.5”.
stock-ask-refill = How many did you get? Tap it or type a number, such as “28”.
stock-ask-left = How many do you have left? Type the number, such as “12”.
stock-ask-lead = How long before it runs out shall I tell you?
stock-ask-stop = Stop counting this? The count goes. What you recorded as taken stays.
stock-unclear = I did not get that number. Please type just one, in digits, such as “28” or “2.5”. /cancel stops.
stock-unit-unclear = Please tap a button, or type one word, such as “sachet”. /cancel stops.

## What comes by itself

stock-last-time = I will not bring this up again. /stock shows it.
stock-out = My count says none left. Is it right?

## Errors

error-not_counted = I do not count that supply any more. Nothing was changed. /stock shows what I count.
error-bad_unit = That word is too long. Please use up to { $most } letters.
error-bad_amount = { $least ->
    [0] Please give a number from 0 to { $most }. Nothing was changed.
   *[other] Please give a number above 0, up to { $most }. Nothing was changed.
 }
