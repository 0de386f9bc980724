## When everything was encrypted anew

privacy-renewed = <b>New key:</b> your data was encrypted again with a new key on { $day }.
