"""Exchange in the Human Services Data Specification: everything that comes in goes out again, value by value."""
