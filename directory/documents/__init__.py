"""What a search finds of the directory: one document per service and per organization, in every language at once."""
