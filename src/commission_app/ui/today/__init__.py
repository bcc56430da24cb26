"""The desk of the day."""
