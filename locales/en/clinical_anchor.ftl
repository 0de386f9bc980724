### What the next injection is counted from, and moved ones: clinical.md 2.2 (S-ANCHOR), 4.2 (A-OVERDUE). No doses.

anchor-button = Count from …
anchor-late = { $dose }: this one was later than planned. What should the next date count from?
anchor-choice = { $dose }: what should the next date count from?
anchor-planned = From the plan: { $time }
anchor-actual = From the last one: { $time }
anchor-later = It makes no difference yet.
anchor-usual-actual = Usual for 14 days or more: from the last one.
anchor-usual-planned = Usual for less than 14 days: from the plan.
anchor-unanswered = Nothing moves until you answer.
anchor-now-actual = Now it counts from the last one.
anchor-now-planned = Now it counts from the plan.
anchor-unsure = Not sure? Ask your clinic when your next one should be.
anchor-button-planned = Count from the plan
anchor-button-actual = Count from the last one
anchor-set-planned = { $dose } counts from the plan.
anchor-set-actual = { $dose } counts from the last one taken.
booking-moved-again = Two dates in a row were moved. Ask your clinic when your next one should be. Please don’t change your plan on your own.
