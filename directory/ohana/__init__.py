"""Directories in the older Ohana tables (before HSDS 3) move in: translated row by row, imported like any other."""
