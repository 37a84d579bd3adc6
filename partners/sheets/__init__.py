"""Listings as a spreadsheet, there and back: looked through first, done only as it was shown, undone exactly."""
