"""What is said: Telegram in, Telegram out."""
