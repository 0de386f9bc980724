"""What is true: rules, rows and use cases. No Telegram, no timers, no words of any language."""
