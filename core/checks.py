"""System checks are added here by name; see docs/operators.md."""
