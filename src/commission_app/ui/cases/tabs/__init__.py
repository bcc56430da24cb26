"""The tabs of a case page, one module each."""
