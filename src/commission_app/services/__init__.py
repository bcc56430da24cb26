"""The acts and the questions of the office, one file a noun."""
