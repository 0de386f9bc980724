### About the treatment as a whole. Why it is asked stands in clinical.ftl.

treatment-open = About the treatment
treatment-heading = <b>About the treatment</b>
treatment-optional = You can leave all of this empty.
treatment-no-start = <b>Started:</b> not said
treatment-start = <b>Started:</b> { $day }
treatment-sooner = <b>Earlier check-ups:</b> yes, as you are pregnant or breastfeeding
treatment-not-sooner = <b>Earlier check-ups:</b> no
treatment-no-review = <b>Check with the clinic:</b> no date yet
treatment-review = <b>Check with the clinic:</b> { $day }
treatment-act-review = Say when my check is
treatment-act-review-change = Change the date of my check
treatment-act-start = Say when it started
treatment-act-change = Change the start
treatment-act-sooner = I am pregnant or breastfeeding
treatment-act-later = No earlier check-ups
treatment-act-delete = Delete this
treatment-ask-start = When did your treatment start? Type a date or a month, such as “3 March 2026” or “March 2026”. For a month I count from its first day.
treatment-start-unclear = I did not get that. Please type it like “3 March 2026” or “March 2026”. /cancel stops.
error-start_ahead = That day has not come yet. Please type the day on which it started. /cancel stops.
error-start_too_old = Please type a day after the year { $year }. /cancel stops.
treatment-ask-review = On which day is your check with the clinic? Type a date, such as “4 May”. I will sum up then how things have changed.
treatment-review-unclear = I did not get that. Please type it like “4 May” or “4 May 2026”. /cancel stops.
error-review_past = That day is over. Please type the day on which your check will be. /cancel stops.
