"""What a person takes along: one archive of plain files made from facts and words that come in. No Telegram, no SQL."""
