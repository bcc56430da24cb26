"""The list of cases: find, narrow, sort, open, copy and carry to Excel."""
