"""Sittings of the commissions, and the exams beside them."""
