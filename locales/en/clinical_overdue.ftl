### An injection that is not recorded. It is never called missed, and nothing here says when to have it.

overdue-open = Injection of { $day } is not recorded yet: { $dose }
overdue-late = Injection of { $day } is overdue and not recorded yet: { $dose }
# clinical.md T-OVERDUE
overdue-ask = Overdue injection: { $dose }
    Your injection was due on { $day }. I don't have it marked as done. If you had it, tap Taken. If you missed it, ask your clinic when your next one should be. Please don't change your plan on your own.
overdue-ask-several = If you had one, tap Taken. If you missed one, ask your clinic when your next one should be. Please don't change your plan on your own.
summary-injection = Injection of { $day }: { $state ->
    [overdue] overdue
   *[open] not recorded yet
}.

## A late dose (clinical.md T-LATE), on the page of /help: at a dose it would be a nag

help-late = Not sure what to do about a late dose? Check the leaflet or ask a pharmacist. Don't take two at once. About an injection, ask your clinic.
