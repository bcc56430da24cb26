"""Taking an application up at the counter: one form, kept as a draft until it is registered."""
