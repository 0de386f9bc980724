"""What is shown: pictures and documents made from facts and words that come in. No Telegram."""
