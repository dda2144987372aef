-- What gathering remembers: which addresses were asked for and what came of it, in which words a page stood there one after
-- the other, and what sites ask of programs. None of it is evidence: dropping it costs another visit and nothing else.

CREATE TABLE visit (
    address  TEXT PRIMARY KEY,  -- in normal form; file:///… for a file
    fetched  TEXT NOT NULL,
    final    TEXT,
    etag     TEXT,
    modified TEXT,
    status   INTEGER,
    content  TEXT,  -- digest of the bytes
    report   TEXT,  -- the id of the report that it held; none for a feed, a list, or a refusal
    refusal  TEXT
) STRICT, WITHOUT ROWID;

-- The reports that one page was, as its words changed: all are kept, the newest is the one with the highest number.
CREATE TABLE version (
    number  INTEGER PRIMARY KEY,
    address TEXT NOT NULL,  -- the canonical one
    report  TEXT NOT NULL REFERENCES report (id),
    since   TEXT NOT NULL,  -- when it was seen first
    UNIQUE (address, report)
) STRICT;
CREATE INDEX version_by_report ON version (report);

CREATE TABLE robots (
    origin  TEXT PRIMARY KEY,  -- https://example.org
    rules   TEXT NOT NULL,
    fetched TEXT NOT NULL
) STRICT, WITHOUT ROWID;
