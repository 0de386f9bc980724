### The question about a reaction a day after an injection, and what is said to the answer.
### A clinician reviews these sentences. They show what was said and conclude nothing from it.

reaction-ask = { $when ->
    [today] Today's injection
    [yesterday] Yesterday's injection
   *[earlier] Your injection of { $day }
}{ $known ->
    [yes] {" "}({ $place }): did you see or feel any reaction there?
   *[no] : did you see or feel any reaction where it was given?
}
reaction-of = Injection of { $day }{ $known ->
    [yes] , { $place }
   *[no] {""}
}
reaction-none = { $injection }: no reaction.
reaction-yes = { $injection }: a reaction.
reaction-had = { $injection }: { $what }.
reaction-what = What was it? Tap all that fit.
# Fixed words (clinical.md 5.1, F-ANAPH): they are said to every yes, whatever it was.
reaction-emergency = <b>These need emergency help now:</b> swollen lips, face, tongue or throat; trouble breathing or a wheeze; a rash all over and feeling faint.
reaction-tell = Tell your doctor or nurse if it gets worse or worries you.
reaction-redness = Redness
reaction-pain = Pain
reaction-swelling = Swelling
reaction-itch = Itch
reacted-redness = redness
reacted-pain = pain
reacted-swelling = swelling
reacted-itch = itch
reaction-other = Something else
reaction-again = Start again
reaction-not = No reaction
reaction-after-all = There was a reaction
reaction-injection = Show the injection
reaction-open = Reaction
reaction-type = What was it? Type it in a few words, with commas between. /cancel stops.
    Nobody reads this for emergencies. If you need help now, call your local emergency number.
reaction-unclear = I need a word or two here. Please type it again. /cancel stops.
error-reaction_old = That can be changed for { $days } days. It stays as it is.
error-reaction_too_long = This can have up to { $most } letters and signs. Please send fewer. /cancel stops.
