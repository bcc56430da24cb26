"""Measures the program beside bare loops of the same libraries."""
