## Taking one's data along

menu-export = Take your data along
export-done = <b>Your data, as one zip file.</b> It holds everything that is stored about you: as tables, as a calendar, and in a form that clinics can read.
    It is not encrypted. Keep it in a safe place.
export-hidden = Dose
export-method = 0–10 self-rating, average of 24 hours
error-export_soon = You have just taken your data along. Please try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
export-you = You
care-log-exported = data taken along
