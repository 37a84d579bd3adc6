"""The dates of an event in the admin: who has signed up for each, and what to do when one is not as planned."""
