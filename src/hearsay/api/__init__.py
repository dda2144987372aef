"""The server: pages for people and an API for programs over one ledger; nothing here computes, it shows what is held."""
