"""Forms that anybody may send: families, volunteers, partners."""
