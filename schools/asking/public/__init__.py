"""What families see of asking for help."""
