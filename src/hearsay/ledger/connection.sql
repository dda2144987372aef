-- What each connection that may write sets up. Waiting for another writer (busy_timeout) is set where it is opened.

-- Readers go on beside one writer, each seeing the ledger as it was when it began to look.
PRAGMA journal_mode = WAL;

-- In WAL mode NORMAL loses nothing when a program is killed, and never corrupts the file. When the power fails the last
-- reports may be missing, whole ones each; reading them again adds them. FULL would wait for the disk at every report.
PRAGMA synchronous = NORMAL;

-- Bring changes from the WAL into the file after 8,000 pages (32 MB), not after 1,000: many reports touch the same pages of
-- the indexes, which are then written once. Measured: 250 reports a second with 1,000, 350 with 8,000.
PRAGMA wal_autocheckpoint = 8000;

PRAGMA foreign_keys = ON;
