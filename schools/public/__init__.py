"""What families see of the schools."""
