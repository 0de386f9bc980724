"""Every performance figure that the documentation quotes, each one command."""
