# What is said when somebody sends more than can be taken.
too-fast = You write faster than I can read, so I have left out the last messages. Please wait a minute, then look at /today before you go on.
