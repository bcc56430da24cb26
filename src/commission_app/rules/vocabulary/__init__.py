"""The words the rules decide with: every enum of the house, one file a noun."""
