-- What pages look things up in, and the tokens of those who may judge.
-- All tables but token are made anew after each linking (refresh, see pages.py), in one transaction; none is evidence.

CREATE TABLE shown (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    state      TEXT NOT NULL,  -- the state that was linked when these tables were made
    reports    INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    claims     INTEGER NOT NULL,
    stories    INTEGER NOT NULL
) STRICT;

-- The stories by time, all of them (facet '') and those of one language, outlet, person or place (lang:bn, person:Q123).
CREATE TABLE story_facet (
    facet TEXT NOT NULL,
    at    TEXT NOT NULL,  -- when its last report was published; '' where no report has a date
    story TEXT NOT NULL,
    PRIMARY KEY (facet, at, story)
) STRICT, WITHOUT ROWID;

-- The sources, as the question 'sources' finds them: grouping a million links at each view would take seconds.
CREATE TABLE source (
    kind       TEXT NOT NULL,
    identity   TEXT NOT NULL,  -- the id of its entity, else its name
    name       TEXT NOT NULL,
    entity     TEXT,
    statements INTEGER NOT NULL,
    reports    INTEGER NOT NULL,
    PRIMARY KEY (kind, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_by_size ON source (statements, kind, identity);

-- How names sound (name_keys, see text/name_matching.py): a question in one script finds names in all.
CREATE TABLE sound (
    key    TEXT NOT NULL,
    name   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    entity TEXT NOT NULL,  -- '' where it is not known
    PRIMARY KEY (key, name, kind, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX sound_by_entity ON sound (entity, name) WHERE entity <> '';

CREATE INDEX report_by_time ON report (ifnull(published, ''), number);
CREATE INDEX report_by_outlet ON report (outlet, ifnull(published, ''), number);
CREATE INDEX report_by_lang ON report (lang, ifnull(published, ''), number);
CREATE INDEX claim_by_time ON claim (ifnull(last, ''), id);
CREATE INDEX claim_by_size ON claim (story, reports, size, id);
CREATE INDEX claim_denied ON claim (ifnull(last, ''), id) WHERE denials > 0;

CREATE TABLE token (
    hash TEXT PRIMARY KEY,  -- SHA-256 of the token, which itself is shown once and kept nowhere
    by   TEXT NOT NULL,     -- whose judgements it signs
    made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
