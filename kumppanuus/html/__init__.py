"""One language's view of the facts becomes HTML."""
