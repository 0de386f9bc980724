"""The dialogue of /add: what is known so far, and one small step for each question. No words of any reply live here."""
