### Words that answer no question, two questions at once, and what cannot be read.

answer-first = I need one answer from you before that:
command-not-mine = That command is for another bot. /help shows all I can do.
dialogue-dropped = The question from before is closed now, and nothing of it was saved.
forwarded-not-read = I do not read forwarded messages. Please type it yourself.
