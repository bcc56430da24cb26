"""Transaction, audit, files, search, backup and migrations."""
