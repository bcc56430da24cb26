"""The numbered books of the office in the window."""
