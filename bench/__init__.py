"""Benches: every score that hearsay states, made by a command from data that lies beside the project (README.md)."""
