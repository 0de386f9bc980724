### For whoever runs the bot, and for people who have not written for years.

## /operator

menu-operator = How the bot is doing, in counts
operation-heading = <b>How this bot is doing</b>
operation-people = People: { $people }. Plans under way: { $regimens }.
operation-due = Due and not sent: { $due }. Late by over 5 minutes: { $late }.
operation-oldest = Oldest due: { $time }
operation-queues = To be read: { $updates }. Answers to be sent: { $replies }.
operation-aside = Put off, to be tried again: { $ids }
operation-failed = Ended by an error: { $ids }
operation-version = Version { $version }.

## Two years of silence

gone = You have not written to me for two years. On { $date } I will delete everything about you.
    To stay, tap the button or write anything. /export takes your data along first.
gone-keep = Keep my data
gone-kept = I will keep your data. /help shows what I can do.
gone-nothing = I hold nothing about you any more. You can start again with /start.

## What happened to a person's data, beside what is in care.ftl and digests.ftl

care-log-counted = looked at the counts of this bot
care-log-deleted = deleted something
care-log-looked = looked at your open doses
care-log-care-again = saw what became of a dose
