"""The first screen: what today asks for."""
