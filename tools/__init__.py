"""What tests and workflows use, and the site does not."""
