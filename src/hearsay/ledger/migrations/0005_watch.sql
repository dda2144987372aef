-- What watching told: each alert once, and to whom it is still to be sent.

-- The statements, reports or claims (by their statements, for a claim's id changes when an earlier statement comes) that a
-- standing query has told of already.
CREATE TABLE told (
    query   TEXT NOT NULL,  -- a digest of what the query asks, so that a changed query tells anew
    kind    TEXT NOT NULL,  -- statement, report, denial, …
    subject TEXT NOT NULL,
    PRIMARY KEY (query, kind, subject)
) STRICT, WITHOUT ROWID;

-- Alerts that wait for a receiver that could not be reached; gone when delivered or given up.
CREATE TABLE waiting (
    number   INTEGER PRIMARY KEY,
    receiver TEXT NOT NULL,  -- a digest of where it is to go
    alert    TEXT NOT NULL,  -- its id
    whole    TEXT NOT NULL,  -- JSON
    tries    INTEGER NOT NULL DEFAULT 0,
    UNIQUE (receiver, alert)
) STRICT;
