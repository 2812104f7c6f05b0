"""What editors and workflows run: python -m kumppanuus."""
