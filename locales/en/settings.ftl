### Settings, travel, pauses and changed plans. Arguments arrive escaped; labels of buttons are plain words.

## Doses, for someone who hides names from previews: names stand in the second line

dose-due-hidden = Dose due { $time }
    { $dose }

## The page of settings: one button each

menu-settings = Clock, check-in, summary, quiet hours and more
settings-heading = <b>Settings</b>
    Tap one to change it.
settings-saved = Saved.
setting-item-zone = Time zone: { $value }
setting-item-checkin = Check-in: { $value }
setting-item-summary = Summary: { $value }
setting-item-quiet = Quiet hours: { $value }
setting-item-day = Day starts: { $value }
setting-item-names = Names of doses: { $value }
setting-item-plain = Emoji: { $value }
setting-item-dark = Dark pictures: { $value }
setting-item-language = Language: { $value }
setting-item-country = Country: { $value }

setting-ask-zone = Your time zone is { $value }. Where are you now?
    Tap a place, type your city, or share your location with the paper clip. I do not keep the location.
setting-ask-checkin = When shall I ask how you feel each day? It is { $value } now. Tap a time, or type one, such as 20:30.
setting-ask-summary = On which day shall I send the weekly summary? It is { $value } now. It comes at 09:00.
setting-ask-quiet = When shall I be quiet? Now: { $value }. In that time only a dose that you planned for it comes.
    Tap one, or type it, such as “21:30 to 7:00”.
setting-ask-day = When does your day start? Now: { $value }. What you record before that counts for the day before.
setting-ask-names = Shall my messages show the names of what you take? Now: { $value }. If hidden, a locked screen does not show them: you tap the covered words to read them.
setting-ask-plain = Shall my messages have emoji? Now: { $value }. A screen reader speaks each one.
setting-ask-dark = Shall my pictures be dark? Now: { $value }. Dark ones are easier on the eye at night.
setting-ask-language = Which language shall I speak? Now: { $value }.
setting-ask-country = Which country are you in? Now: { $value }. It lets /urgent show the right numbers.
setting-unclear = I did not get that, so nothing was changed.

setting-quiet-none = none
setting-quiet-between = { $begin } to { $end }
setting-names-0 = shown
setting-names-1 = hidden
setting-plain-0 = yes
setting-plain-1 = no
setting-dark-0 = no
setting-dark-1 = yes
setting-country-none = not said
setting-country-GB = United Kingdom
setting-country-IE = Ireland
setting-country-NL = Netherlands
setting-country-DE = Germany
setting-country-EU = Another country of the EU
setting-country-US = United States
setting-country-CA = Canada
setting-country-AU = Australia
setting-country-NZ = New Zealand
setting-country-XX = Another country

## A new time zone

travel-ask = <b>New time zone: { $zone }</b>
    It is { $time } there. When shall your doses come? By the clock there:
travel-line = { $dose }
    home times: { $home }
    local times: { $local }
travel-right-away = { $time }, so right away
travel-apart = { $hours ->
    [one] { $time } ({ $hours } hour after the one before)
   *[other] { $time } ({ $hours } hours after the one before)
 }
travel-never = no more dates
travel-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
 }
travel-explain = <b>Home times</b> keep the moments as they were. <b>Local times</b> keep the time of day. Check-ins and summaries are always at local time.
travel-unclear = Please tap one of the two. Nothing is changed yet.
travel-button-home = Home times
travel-button-local = Local times
travel-button-stay = Leave it all as it was
travel-done = Your time zone is { $zone } now. It is { $time } there.
travel-same = Your time zone is { $zone }, as before. It is { $time } there.
travel-keeps = { $dose } stays at home times, { $zone }.
travel-next = Next dose: { $dose }, { $time }
travel-old-question = That question is closed, so nothing was changed. /settings shows your time zone.
regimen-home = Home times, { $zone }

## Pauses

menu-pause = Pause reminders, or resume them
pauses-ask = <b>What shall rest?</b>
    No reminders and no check-ins come in a pause, and nothing counts as missed.
pauses-all = Everything
pauses-resume = Resume · { $name }
pauses-change = Change the end · { $name }
pause-ask = Pause <b>{ $label }</b>. For how long?
pause-ask-all = Pause <b>everything</b>. For how long?
pause-hint = Tap a button, or type the day on which it goes on, such as “5 March”.
pause-button-week = One week
pause-button-weeks = Two weeks
pause-button-open = Until I resume it
pause-button-resume = Resume
pause-past = That day is not ahead. Nothing was changed yet.
pause-unclear = I did not get that day. Nothing was changed yet.
paused-until = <b>{ $label }</b> rests. It goes on by itself on { $date }.
paused-open = <b>{ $label }</b> rests until you resume it.
paused-all-until = <b>Everything rests.</b> It goes on by itself on { $date }. Till then only the weekly summary comes.
paused-all-open = <b>Everything rests</b> until you resume it. Till then only the weekly summary comes.
paused-hint = /pause changes that.
pause-over-all = Your pause has ended.
pause-over = The pause of <b>{ $label }</b> has ended.
pause-resumed-all = All goes on.
pause-resumed = <b>{ $label }</b> goes on.
pause-still-all = All of it still rests. /pause changes that.
pause-next = Next dates:
pause-next-line = { $dose }: { $time }
pause-no-next = No dates lie ahead.
error-resting = That rests now, so I cannot ask again. /pause changes that.
error-pause_past = That day is not ahead. Nothing was changed. /pause starts again.

## A changed plan

regimen-act-edit = Edit
regimen-paused-until = Paused: it goes on by itself on { $date }.
regimen-later = From { $date }: { $plan }
regimen-later-amount = From { $date }: { $plan }, { $amount }
add-field-since = From when
edit-ask-since = From which day shall it hold? Tap a button or type a date, such as “1 Dec 2026”.
edit-preview = <b>Is this right?</b> It holds from { $date }.
edit-preview-today = <b>Is this right?</b> It holds from today.
edit-past = What you recorded stays as it is.
edit-replaces = The change that waits for { $date } is dropped for this one.
edit-saved = Saved: { $dose }
edit-cancelled = Stopped. Nothing was changed. /regimens shows what you take.
error-since_past = That day is over. Please give today or a later day.
