-- The ledger's first form: reports, their readings, and the rows that questions are asked of.
-- Rows of statement, link, mention and time are those of each report's current reading; every reading ever added
-- stays whole in reading.whole, so nothing is lost when a better pack reads a report again.
-- `whole`, `chain` and `event` are JSON as in `hearsay read --json`; start and end are code points of the report's text.

PRAGMA application_id = 0x68727379;  -- "hrsy": by it `file` and hearsay tell a ledger from any other SQLite file

CREATE TABLE report (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    reading   TEXT NOT NULL REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED,  -- the current one: added last
    url       TEXT,
    outlet    TEXT,
    title     TEXT,
    lang      TEXT NOT NULL,
    published TEXT
) STRICT;

CREATE TABLE reading (
    id     TEXT PRIMARY KEY,  -- digest of `whole`
    report INTEGER NOT NULL REFERENCES report (number),
    pack   TEXT NOT NULL,
    whole  TEXT NOT NULL
) STRICT;
CREATE INDEX reading_of_report ON reading (report);

CREATE TABLE statement (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL,
    report     INTEGER NOT NULL REFERENCES report (number),
    position   INTEGER NOT NULL,
    text       TEXT NOT NULL,  -- the words of its content
    cue        TEXT NOT NULL,  -- the words of its cue
    chain      TEXT NOT NULL,
    act        TEXT NOT NULL,
    certainty  TEXT NOT NULL,
    directness TEXT NOT NULL,
    event      TEXT,
    said       TEXT,
    about      TEXT,
    UNIQUE (report, position)
) STRICT;
CREATE INDEX statement_by_id ON statement (id);

CREATE TABLE link (
    statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
    position  INTEGER NOT NULL,  -- 0 is nearest to the reader
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    entity    TEXT,
    PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_name ON link (name);
CREATE INDEX link_by_entity ON link (entity) WHERE entity IS NOT NULL;

CREATE TABLE mention (
    report   INTEGER NOT NULL REFERENCES report (number),
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    entity   TEXT,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity) WHERE entity IS NOT NULL;

CREATE TABLE time (
    report   INTEGER NOT NULL REFERENCES report (number),
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    type     TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX time_by_value ON time (value);

CREATE TABLE refusal (
    number  INTEGER PRIMARY KEY,
    "where" TEXT NOT NULL,
    reason  TEXT NOT NULL,
    detail  TEXT NOT NULL,
    at      TEXT NOT NULL,  -- when it was refused first
    UNIQUE ("where", reason, detail)
) STRICT;
