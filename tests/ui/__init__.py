"""The window: its jobs, its forms, its lists and the way through it."""
