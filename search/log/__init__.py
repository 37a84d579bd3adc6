"""What families search for, without the families: questions and how often, nothing of who asked."""
