"""Advice about listings: what is missing, what may be there twice, what is hard to read. It never stops anybody."""
