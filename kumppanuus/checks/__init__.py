"""What must hold of facts, pages and the built site."""
