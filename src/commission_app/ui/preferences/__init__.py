"""Preferences: what the office is, who works in it, its commissions, rules, texts, numbers and data."""
