"""Watching: standing queries over the ledger, and the alerts that they give (selective dissemination of information)."""
