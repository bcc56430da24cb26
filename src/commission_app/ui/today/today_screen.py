"""Today: what waits, what is late, and the way to the person at the counter."""
