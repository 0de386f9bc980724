"""When something is delivered: claims what is due and gets each notice to its person. No words."""
