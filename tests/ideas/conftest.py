from tests.interpreting.conftest import clock, fresh_counts, rooms, school

__all__ = ["clock", "fresh_counts", "rooms", "school"]
