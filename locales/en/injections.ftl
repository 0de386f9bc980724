### Booked injections.

booking-button = Book a date
booking-move = Move the booking
booking-cancel = Cancel the booking
booking-yes-cancel = Yes, cancel it
booking-when = When is the appointment for { $dose }? Type the date and time, such as “Tue 1 Dec 14:30”.
    Planned: { $planned }
booking-unclear = I need one date and one time, such as “Tue 1 Dec 14:30”.
booking-where = { $time }. Where is it? Type the place, or tap <b>Skip</b>.
booking-line = Booked: { $time }
booking-line-place = Booked: { $time }, { $place }
booking-at = Booked at: { $place }
booking-saved = Saved. { $dose }
    { $booked }
booking-stopped = Stopped. The booking is as it was.
booking-closed = That question is closed, so nothing was changed. /regimens shows what you take.
booking-ask-cancel = Cancel this booking?
    { $dose }
    { $booked }
booking-back = The booking is cancelled. { $dose } is planned for { $time } again.
booking-back-due = The booking is cancelled. { $dose } was planned for { $time }, so it is due now.
booking-gone = The booking of { $dose } is cancelled.
booking-with-plan = The booking of { $dose } for { $time } went with the old plan.
error-booking_old = That injection is not the next one any more, so nothing was booked or changed. /regimens shows it as it is now.
error-booking_past = That time has passed. Please type one that lies ahead.
error-booking_early = That is before the last one. Please type a later date.
error-booking_late = After that date the next one would be due. Please type an earlier date.
error-booking_weekday = Your plan leaves out that day of the week. Please type another day.
error-booking_gap = { $days ->
    [one] Your plan keeps { $days } day between two. Please type a later date.
   *[other] Your plan keeps { $days } days between two. Please type a later date.
 }
