"""Where staff see who comes to an event, and check them in."""
