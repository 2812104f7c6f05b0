"""What is true, read once and never changed."""
