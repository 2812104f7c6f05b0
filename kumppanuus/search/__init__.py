"""The search index, and what the fields that find something need."""
