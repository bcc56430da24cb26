"""The library of standards: the list, one edition, and taking a standard in from a file."""
