"""A pretend Telegram: the Bot API with its refusals, in-process and over HTTP, and a chat page."""
