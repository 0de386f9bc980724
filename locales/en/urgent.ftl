### The urgent list, the crisis reply and whom to call (clinical.md 5). A clinician reviews these sentences.
### A person translates them into another language, never a machine.

menu-urgent = Signs that need help fast, and whom to call
button-urgent = Urgent signs
button-urgent-choose = Choose your country
button-urgent-country = Change the country

## Whom to call; number is "none" while no number of the person's country is confirmed

call-emergency = { $number ->
    [none] your local emergency number
   *[known] { $number }
}
call-urgent = { $number ->
    [none] your doctor or local health line
   *[known] { $number } or your doctor
}
call-crisis = { $number ->
    [none] a local crisis line
   *[known] { $number }
}

## The list: one heading for each tier, one short line for each sign

urgent-tier-emergency = <b>Call { $emergency } now for:</b>
urgent-tier-today = <b>Get medical help today for:</b>
urgent-tier-days = <b>Call your doctor in the next few days for:</b>
urgent-entry = • { $text }
urgent-call-today = Call { $urgent }. Why: some of these need care fast.
urgent-end = I can't see or check your symptoms. A person can.
urgent-which = Which country are you in? Then the list can show the right numbers.

urgent-anaph = minutes or hours after a dose: swollen lips, face, tongue or throat; trouble breathing or a wheeze; a rash all over and feeling faint
urgent-chest = chest pain, being very short of breath, or passing out
urgent-heart-faint = a heart that flutters, with chest pain or feeling faint
urgent-stroke = a drooping face, a weak arm, trouble speaking, or one side that goes numb at once
urgent-sight-s = sudden loss of sight
urgent-fit = a fit, or sudden confusion
urgent-ascend = going numb or weak, and it spreads up over hours or days, or trouble breathing or swallowing
urgent-cauda = feeling numb between the legs, both legs weak, or new loss of bladder or bowel control
urgent-bleeding = vomiting blood, or black stools
urgent-suicide = thoughts of ending your life, or a plan: you can also call { $crisis }

urgent-gait = new unsteady walking, falls, or legs that get weak
urgent-sight = sight that gets blurred or dim over days
urgent-heart = a heart that flutters, when you do not feel faint
urgent-palp = a new flutter of the heart since you started injections
urgent-cramp10 = a cramp of more than 10 minutes that will not ease
urgent-n2o = feeling numb or unsteady, if you have used laughing gas (nitrous oxide)

urgent-mind = new problems with memory, thinking or mood
urgent-metf = new tiredness, a sore tongue, or pins and needles, if you take metformin
urgent-tummy = stomach pain, or weight loss
urgent-foot = a cut or sore on a numb foot that does not heal
urgent-preg = symptoms that are new or worse, if you are pregnant or breastfeeding

## The crisis reply: said at once to whoever types one of the phrases, which stand between bars

crisis-phrases = suicide | suicidal | kill myself | killing myself | end my life | ending my life | take my own life | taking my own life | want to die | wanna die | better off dead | don't want to live anymore | don't want to live any more
crisis-reply = I'm sorry you feel this way. You don't have to face it alone. If you might act on these thoughts, call { $emergency } now. You can call { $crisis }, day or night. I am a bot and I can't keep you safe, but they can help.
