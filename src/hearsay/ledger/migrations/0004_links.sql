-- What linking finds between reports, and what people decide about it.
-- All tables but judgement are made anew by each linking, in one transaction; `whole` is the JSON of the record, without
-- the statements of a claim, which stand in claim_statement.

CREATE TABLE linking (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL  -- a digest of the readings and judgements that were linked: linking the same again does nothing
) STRICT;

-- What linking keeps of each current reading, so that a further linking looks only at what is new (MessagePack).
CREATE TABLE feature (
    report  TEXT PRIMARY KEY,
    reading TEXT NOT NULL,
    at      TEXT NOT NULL,
    whole   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX feature_by_time ON feature (at, report);

CREATE TABLE copy (
    report   TEXT NOT NULL,
    "of"     TEXT NOT NULL,  -- a report, else the key of an outlet or agency
    relation TEXT NOT NULL,
    score    REAL NOT NULL,
    whole    TEXT NOT NULL,
    PRIMARY KEY (report, "of", relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_of ON copy ("of");

CREATE TABLE story (
    id    TEXT PRIMARY KEY,
    first TEXT,
    last  TEXT,
    whole TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX story_by_last ON story (last);

CREATE TABLE story_report (
    report TEXT PRIMARY KEY,
    story  TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX report_of_story ON story_report (story);

CREATE TABLE claim (
    id       TEXT PRIMARY KEY,
    story    TEXT,
    first    TEXT,
    last     TEXT,
    size     INTEGER NOT NULL,  -- how many statements
    reports  INTEGER NOT NULL,
    best     INTEGER NOT NULL,  -- how many origins
    denials  INTEGER NOT NULL,
    whole    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_of_story ON claim (story);
CREATE INDEX claim_by_last ON claim (last);

CREATE TABLE claim_statement (
    statement TEXT PRIMARY KEY,
    claim     TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    stance    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_of_claim ON claim_statement (claim, position);

CREATE TABLE possible (
    kind  TEXT NOT NULL,
    a     TEXT NOT NULL,
    b     TEXT NOT NULL,
    score REAL NOT NULL,
    whole TEXT NOT NULL,
    PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX possible_by_b ON possible (b);

CREATE TABLE judgement (
    number  INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL,
    a       TEXT NOT NULL,
    b       TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL,
    UNIQUE (verdict, a, b, by, at)
) STRICT;
