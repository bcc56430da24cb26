"""Commission App: the office of a commission that recognises what people have learned."""

__version__ = "0.1.0"
