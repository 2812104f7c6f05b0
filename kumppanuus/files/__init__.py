"""What a reader takes away: files beside the pages."""
