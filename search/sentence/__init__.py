"""What a question says besides the words to look for: when, where, in which language, at what cost.

Both languages are read at once, because people mix them. Pure reading: no database, no request.
"""
