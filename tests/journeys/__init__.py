"""Whole journeys through the program, as people make them: at the window and at the command line."""
