"""What the bot says: one folder of Fluent files per language, and the places people name."""

from locales.words import Html, Words, WordsError, languages, nearest

__all__ = ["Html", "Words", "WordsError", "languages", "nearest"]
