### Everything the chat says outside clinical wording (clinical.ftl) and plans (regimens.ftl).
### Arguments arrive escaped. Labels of buttons are plain words.

no-words = Sorry, I have no words for this right now. Please try /help.

## First contact

welcome = <b>Hello, I am Dosebook.</b>
    I remind you of your doses. Once a day I ask how you feel. Once a week I sum it up.
welcome-purpose = A diary and reminder tool. It shows what you logged and reminds you to talk to a health professional. It does not diagnose, monitor disease or advise on treatment.
welcome-terms = You must be 16 or over. Chats with bots are not end-to-end encrypted: Telegram can read them. What you write is stored encrypted where this bot runs. /privacy says more. /delete removes it all.
button-agree = I agree

zone-ask = Where do you live? It sets your clock.
    Tap a place, type your city, or share your location with the paper clip. I do not keep the location.
zone-choose = Which one do you mean?
zone-place = { $name } ({ $zone })
zone-not-found = I do not know that place. Please type a bigger city near you, such as Bristol, or a zone such as Europe/London.
zone-nowhere = I cannot tell the time zone of that place. Please type a city near you.
location-not-asked = Thank you, but I did not ask for a place. I have not kept it.

checkin-ask = Your zone is { $zone }. It is { $time } there now.
    When shall I ask how you feel each day? Tap a time, or type one, such as 20:30.
time-not-understood = I did not get that time. Please type one time, such as 8:05 or 8 pm.
summary-ask = On which day shall I send the weekly summary? It comes at 09:00.
day-not-understood = I did not get that day. Please tap a day, or type one, such as Sunday.

closed = This bot is private. Please ask the person who runs it for an invitation link.
invitation-used = That link does not work any more. Please ask for a new one.
operator-open = You run this bot. It is open to everyone now.
operator-closed = You run this bot. Only people with an invitation link can use it now.
operator-only = Only the person who runs this bot can do that. Nothing was changed.
access-open = Open to everyone
access-invite = Invitations only
access-link = Make an invitation link
invitation = Pass this link to one person. It works once, for 24 hours:
    { $link }

## Where things stand

standing-heading = <b>Where things stand</b>
standing-regimens = { $count ->
    [0] You have added nothing to take yet.
    [one] You take { $count } thing.
   *[other] You take { $count } things.
}
standing-next = Next dose: { $dose }, { $time }
standing-checkin = Check-in every day at { $time }. Summary on { $day }.
standing-zone = Your zone: { $zone }. It is { $time } there.
standing-last = Last message sent to you: { $time }
standing-up = I have been running since { $time }.
standing-hint = /today shows your day. /add adds something. /help shows all.
standing-hint-add = Add what you take with /add, such as: /add Vitamin B12 1000 mcg tablet every day at 8:00

## Commands

menu-start = Where things stand
menu-add = Add something you take
menu-regimens = What you take: show, pause, end
menu-today = Your doses today
menu-checkin = Rate your symptoms today
menu-help = What I can do
menu-privacy = What is stored, and who can see it
menu-status = Next dose, last message
menu-delete = Delete everything about you
menu-cancel = Stop the open question
help-heading = <b>What I can do</b>
    You can also type “taken” when one dose is due.
help-command = /{ $name } – { $what }

bot-description = Reminds you of your doses, keeps a symptom diary and sums up each week. It does not diagnose or advise on treatment.
bot-short = Dose reminders, symptom diary, weekly summary

## Doses

dose-name = <b>{ $label }</b>, { $amount }
dose-name-alone = <b>{ $label }</b>
dose-due = Dose due { $time }: { $dose }
dose-due-several = { $count ->
    [one] { $count } dose due { $time }
   *[other] { $count } doses due { $time }
}
dose-planned = { $time }: { $dose }
dose-open = { $dose }: not recorded yet
dose-open-since = { $time }: { $dose }, not recorded yet
dose-later = { $time }: { $dose }, later today
dose-taken = { $dose }: taken at { $time }
dose-skipped = { $dose }: skipped at { $time }
dose-snoozed = { $dose }: I will ask again at { $time }
button-taken = Taken
button-snooze = Snooze
button-skip = Skip
button-undo = Undo
button-all-taken = All taken
button-back = Back
button-of = { $button } · { $name }
button-took-one = Took one · { $name }
button-checkin = Check in
button-summary = Show the summary
snooze-10m = 10 minutes
snooze-1h = 1 hour
snooze-eve = This evening
snooze-tom = Tomorrow

missed-heading = I was offline from { $since } to { $until }. This fell due meanwhile:
missed-more = { $count ->
    [one] And { $count } more: see /today
   *[other] And { $count } more: see /today
}

today-heading = <b>{ $day }</b>
today-as-needed = { $count ->
    [0] { $dose }: as needed
    [one] { $dose }: as needed, { $count } recorded today
   *[other] { $dose }: as needed, { $count } recorded today
}
today-nothing = Nothing is planned today. Add what you take with /add.
nothing-open = No dose is waiting to be recorded. /today shows your day.

toast-taken = Recorded
toast-skipped = Recorded as skipped
toast-undone = Taken back
toast-snoozed = I will ask again
toast-already = It is recorded already
toast-nothing-changed = Nothing was changed
toast-noted = Noted
toast-done = Done
toast-ended = Ended
toast-deleted = Deleted

## Dead ends, each with a way on

pointer = I did not get that. /today shows your doses, /add adds one, /help shows all I can do.
unknown-command = I do not know that command. /help shows all I can do.
button-outdated = That button is out of date. Nothing was changed. /today shows your doses.
only-text = I can only read text and buttons. /help shows what I can do.
edited-not-read = I do not read changed messages. Please send it again as a new one.
group-only-private = I keep health data, so I only work in a private chat. Please write to me there.
cancelled = Stopped. Nothing was saved.
nothing-to-cancel = There is no open question. /help shows what I can do.

delete-ask = Delete everything about you? Your doses, ratings, notes and settings go at once and cannot be brought back.
button-delete-yes = Yes, delete everything
button-delete-no = No, keep it
delete-kept = Nothing was deleted.
delete-done = Everything about you is deleted. You can start again with /start at any time.

privacy = <b>Your data</b>
    <b>What:</b> your time zone, what you take and have left, when you took it, your ratings and notes, and what you say about your treatment.
    <b>Where:</b> on the machine that runs this bot. What you type is encrypted there. Its key is kept apart.
    <b>Who:</b> you, and whom you choose with /caregivers. The person who runs this bot holds the key. Telegram can read this chat, as it is not end-to-end encrypted.
    <b>Help numbers:</b> a few exact phrases in what you type bring them up. That check can miss things. Nobody is told.
    <b>How long:</b> until you send /delete. Then it is gone at once. Backups of the machine may hold it longer: the person who runs it is asked to delete each after 30 days. /export takes it along first. If you do not write for two years I tell you, and delete it all a month later.

## Errors: codes of the journal

error-unknown = Something went wrong on my side, and nothing was changed. Please try again. If it happens again, tell whoever runs this bot: error { $id }.
error-gone = I cannot find that any more. Nothing was changed. /regimens shows what you take.
error-plan_changed = Your plan has changed since that message. Nothing was recorded. /today shows your doses.
error-bad_button = That button is out of date. Nothing was changed. /help shows what I can do.
error-evening_over = It is evening already. Please choose another time.
