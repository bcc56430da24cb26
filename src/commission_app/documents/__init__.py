"""Frozen facts in, PDF and xlsx bytes out; nothing is looked up here."""
