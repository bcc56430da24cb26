"""What `dev.py` does: setting up, checking, testing, measuring and packing the program."""
