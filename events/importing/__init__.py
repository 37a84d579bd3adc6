"""Calendars of partners: read every few hours, turned into drafts that somebody here reviews. Nothing is published."""
