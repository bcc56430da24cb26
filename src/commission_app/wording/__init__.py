"""Every enum, refusal and act in words, in every language the program speaks."""
