"""Cases: the list, the counter, the page of a case and its tabs."""
