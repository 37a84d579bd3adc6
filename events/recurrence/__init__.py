"""When something takes place, without a database.

A rule (RFC 5545) and the dates that differ go in, moments come out.
"""
