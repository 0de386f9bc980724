### Ahead of an injection, in words that ask for nothing.

lead = Injection { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
}, { $day }: { $dose }.
lead-book = Time to book it.
lead-booked = Booked: { $time }.
lead-booked-at = Booked: { $time }, { $place }.
button-booked = Booked
button-booked-of = Booked · { $name }
