### Care links: who may see what. Neutral and short; nothing here reads like a reproach to either side.

menu-caregivers = Who may see what

help-heading-care = <b>What I can do</b>

## The list

care-heading = <b>Who may see what</b>
    Tap a name to see or change it.
care-none = <b>Who may see what</b>
    Nobody but you sees what you log. You can invite someone to read along. You choose what they get, and can end it with one tap.
care-invite = Invite someone
care-key = { $state ->
    [invited] { $who }: not answered yet
    [accepted] { $who }: waits for your yes
   *[active] { $who }
 }
care-key-patient = { $state ->
    [accepted] { $name } has to confirm you
   *[active] You read along with { $name }
 }
care-someone = Someone
care-home = { $count ->
    [0] You read along with nobody now. If someone wants you to, they send you a link.
   *[other] Tap a name to see what you get.
 }
care-no-diary = That is part of a diary of your own. You do not keep one here.
care-settings = My place and quiet hours
care-diary = Keep a diary of my own

## What a caregiver gets

care-terms = <b>What should they get?</b>
care-terms-of = <b>What should { $name } get?</b>
care-terms-hint = They always see how many doses are recorded. “My notes” adds mood and symptoms in your own words. Tap a line to change it.
care-item-averages = Averages of symptoms: { $on ->
    [yes] yes
   *[no] no
 }
care-item-prompts = Hints to talk to a doctor: { $on ->
    [yes] yes
   *[no] no
 }
care-item-notes = My notes: { $on ->
    [yes] yes
   *[no] no
 }
care-item-labs = Lab values: { $on ->
    [yes] yes
   *[no] no
 }
care-item-weekly = A page each week: { $on ->
    [yes] yes
   *[no] no
 }
care-item-overdue = Tell if an injection is overdue: { $on ->
    [yes] yes
   *[no] no
 }
care-item-may-record = May record a dose for me: { $on ->
    [yes] yes
   *[no] no
 }
care-item-may-nudge = May remind me once a day: { $on ->
    [yes] yes
   *[no] no
 }
care-item-names-in-previews = Names in previews: { $on ->
    [yes] yes
   *[no] no
 }
care-item-through-quiet = Alerts at night too: { $on ->
    [yes] yes
   *[no] no
 }
care-item-protect = No forwarding or saving: { $on ->
    [yes] yes
   *[no] no
 }
care-item-missed = { $count ->
    [0] Tell of an open dose: never
    [one] Tell of an open dose: after { $count } hour
   *[other] Tell of an open dose: after { $count } hours
 }
care-item-silent = { $count ->
    [0] Tell if I do not write: never
    [one] Tell if I do not write: for { $count } day
   *[other] Tell if I do not write: for { $count } days
 }
care-item-regimens = { $count ->
    [0] About: nothing chosen
    [one] About: { $count } thing I take
   *[other] About: { $count } things I take
 }
care-item-regimens-all = About: all I take
care-all = All, new ones too: { $on ->
    [yes] yes
   *[no] no
 }
care-one = { $name }: { $on ->
    [yes] yes
   *[no] no
 }
care-choose-missed = When should they hear that a dose is not recorded? Never for what you take as needed, or by injection.
care-choose-silent = When should they hear that you have not written here?
care-choose-regimens = What should they hear about? Tap to change it.
care-next = Next
care-sure = { $name } will also get this: “{ $more }”. Is that right?
care-yes = Yes
care-no = No, leave it

care-gets = – { $what }
care-see-doses = doses done
care-see-averages = averages of symptoms
care-see-prompts = hints to talk to a doctor
care-see-notes = notes with mood
care-see-labs = lab values
care-gets-sees = What is shown: { $sees }
care-gets-some = { $count ->
    [0] About nothing that is taken for now
    [one] About one thing that is taken, not all
   *[other] About { $count } things that are taken, not all
 }
care-gets-weekly = A page each week
care-gets-overdue = A word when an injection is overdue
care-gets-missed = { $count ->
    [one] A word when a dose is not recorded { $count } hour later
   *[other] A word when a dose is not recorded { $count } hours later
 }
care-gets-silent = { $count ->
    [one] A word after { $count } day without a sign
   *[other] A word after { $count } days without a sign
 }
care-gets-through-quiet = Such words also in quiet hours
care-gets-names-in-previews = Names in what a locked phone shows
care-gets-may-record = A dose may be recorded for them
care-gets-may-nudge = One gentle reminder a day may be sent to them
care-gets-protect = What is sent cannot be forwarded or saved

## The invitation

care-name-ask = How should they read your name? Tap it or type it, at most 40 letters.
care-link-made = This link works once, for 24 hours. Send it to one person. When they accept, I ask you if that is who you meant. Nothing is shared before.
    { $link }
care-share = Send the link
care-share-text = I would like you to read along in Dosebook. This link works once, for 24 hours.
care-link-dead = That link does not work. It may be too old or used. Please ask for a new one.
care-link-own = That is your own invitation. Please send the link to the person whom you mean.
care-invited = <b>{ $name } asks you to read along.</b> You would get:
care-invited-end = You can stop at any time. You are not told what to do, and I am not for emergencies.
care-accept = Accept
care-decline = Decline
care-consent = You must be 16 or over. I store your chat, the name that Telegram shows, your place and what you tap. The name goes to the person who asks. Chats with bots are not end-to-end encrypted: Telegram can read them. /privacy says more. /delete removes it all.
care-declined = You have declined. Nothing is shared with you.

## What the other side has done

care-accepted = { $name } has accepted. Is that who you meant? Nothing is shared until you confirm.
care-confirm = Confirm
care-not-them = No, end it
care-was-declined = Your invitation was declined. Nothing is shared.
care-waiting = Thank you. { $name } now has to confirm that it is you. Until then nothing is shared.
care-confirmed = { $name } has confirmed. You now get:
care-changed = { $name } has changed what you get.
care-over = { $name } does not share with you any more.
care-over-patient = { $name } does not read along any more.
care-open = Show it

## One of them

care-one-heading = { $state ->
    [invited] <b>{ $who }</b>: not answered yet. The link works until { $until }. They would get:
    [accepted] <b>{ $who }</b> has accepted. Is that who you meant? They would get:
   *[active] <b>{ $who }</b> gets:
 }
care-change = Change
care-end = End it now
care-mine = You read along with <b>{ $name }</b>. You get:
care-stop = Stop reading along
care-ended = Ended. { $name } gets nothing from now on.
care-ended-reading = Ended. You get nothing about { $name } from now on.

## What was sent to whom

care-log-button = Who was sent what
care-log-heading = <b>Who was sent what</b>, newest first
care-log-none = Nothing was shared with anyone so far.
care-log-line = { $time }: { $who }, { $what }
care-log-invited = invited
care-log-accepted = has accepted
care-log-declined = has declined
care-log-confirmed = confirmed by you
care-log-changed = changed by you
care-log-ended = ended
care-log-left = has left Dosebook

error-care_gone = That is not open any more. Nothing was changed. /caregivers shows how things stand.
error-care_expired = That invitation is too old now. Please ask for a new one.
error-care_already = You read along with them already, or wait for their yes. Nothing was changed.
error-care_name = Please send a name of 1 to { $most } letters. Nothing was saved yet.
error-care_most = You have { $most } people who read along. That is the most. End one first with /caregivers.
error-care_open = You have { $most } open invitations. That is the most. Wait, or end one with /caregivers.
error-care_day = You have made { $most } invitations within a day. That is the most. Please try again tomorrow.
