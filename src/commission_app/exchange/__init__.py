"""Facts to and from other systems' formats, one file a format."""
