-- Every question that the ledger asks, each under its name.

-- name: current_reading
SELECT reading FROM report WHERE id = :report;

-- name: put_report
INSERT INTO report (id, reading, url, outlet, title, lang, published)
VALUES (:id, :reading, :url, :outlet, :title, :lang, :published)
ON CONFLICT (id) DO UPDATE
SET (reading, url, outlet, title, lang, published)
  = (excluded.reading, excluded.url, excluded.outlet, excluded.title, excluded.lang, excluded.published)
RETURNING number;

-- name: add_reading
INSERT INTO reading (id, report, pack, whole) VALUES (:id, :report, :pack, :whole) ON CONFLICT (id) DO NOTHING;

-- name: drop_search
DELETE FROM search WHERE rowid IN (SELECT number FROM statement WHERE report = :report);

-- name: drop_statements
DELETE FROM statement WHERE report = :report;

-- name: drop_mentions
DELETE FROM mention WHERE report = :report;

-- name: drop_times
DELETE FROM time WHERE report = :report;

-- name: last_statement
SELECT ifnull(max(number), 0) FROM statement;

-- name: add_statement
INSERT INTO statement (number, id, report, position, text, cue, chain, act, certainty, directness, event, said, about)
VALUES (:number, :id, :report, :position, :text, :cue, :chain, :act, :certainty, :directness, :event, :said, :about);

-- name: add_link
INSERT INTO link (statement, position, kind, name, entity) VALUES (:statement, :position, :kind, :name, :entity);

-- name: add_search
INSERT INTO search (rowid, content, sources) VALUES (:number, :content, :sources);

-- name: add_mention
INSERT INTO mention (report, position, start, "end", kind, name, entity)
VALUES (:report, :position, :start, :end, :kind, :name, :entity);

-- name: add_time
INSERT INTO time (report, position, start, "end", type, value)
VALUES (:report, :position, :start, :end, :type, :value);

-- name: add_refusal
INSERT INTO refusal ("where", reason, detail, at) VALUES (:where, :reason, :detail, :at)
ON CONFLICT ("where", reason, detail) DO NOTHING;

-- name: readings
SELECT reading.whole FROM report JOIN reading ON reading.id = report.reading ORDER BY report.number;

-- name: reading_of_report
SELECT reading.whole FROM report JOIN reading ON reading.id = report.reading WHERE report.id = :report;

-- name: statements
SELECT s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM statement AS s JOIN report AS r ON r.number = s.report
ORDER BY s.number;

-- name: statements_of_report
SELECT s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM statement AS s JOIN report AS r ON r.number = s.report
WHERE r.id = :report
ORDER BY s.position;

-- name: statements_of_source
SELECT s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM statement AS s JOIN report AS r ON r.number = s.report
WHERE s.number IN (SELECT statement FROM link WHERE name = :source UNION SELECT statement FROM link WHERE entity = :source)
  AND (:report IS NULL OR r.id = :report)
ORDER BY s.number;

-- name: statements_found
SELECT s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM search JOIN statement AS s ON s.number = search.rowid JOIN report AS r ON r.number = s.report
WHERE search MATCH :expression
ORDER BY search.rank, s.number;

-- name: sources
-- A source is one entity, or one name where the entity is not known. Unnamed sources stay apart by their description:
-- "officials" and "a diplomat" of one state share its id and are two voices. The name shown is the most frequent one.
WITH
voice AS (
    SELECT link.statement, statement.report, link.kind, link.name, link.entity,
           CASE WHEN link.kind = 'anonymous' THEN link.name ELSE ifnull(link.entity, link.name) END AS identity
    FROM link JOIN statement ON statement.number = link.statement
    WHERE link.kind <> 'none'
),
spelling AS (
    SELECT kind, identity, name, entity,
           row_number() OVER (PARTITION BY kind, identity ORDER BY count(*) DESC, name) AS place
    FROM voice GROUP BY kind, identity, name, entity
),
total AS (
    SELECT kind, identity, count(DISTINCT statement) AS statements, count(DISTINCT report) AS reports
    FROM voice GROUP BY kind, identity
)
SELECT spelling.name, total.kind, spelling.entity, total.statements, total.reports
FROM total JOIN spelling ON spelling.kind = total.kind AND spelling.identity = total.identity AND spelling.place = 1
ORDER BY total.statements DESC, total.reports DESC, spelling.name, total.kind;

-- name: refusals
SELECT "where", reason, detail, at FROM refusal ORDER BY number;

-- name: visit
SELECT address, fetched, final, etag, modified, status, content, report, refusal FROM visit WHERE address = :address;

-- name: put_visit
INSERT INTO visit (address, fetched, final, etag, modified, status, content, report, refusal)
VALUES (:address, :fetched, :final, :etag, :modified, :status, :content, :report, :refusal)
ON CONFLICT (address) DO UPDATE
SET (fetched, final, etag, modified, status, content, report, refusal)
  = (excluded.fetched, excluded.final, excluded.etag, excluded.modified, excluded.status, excluded.content,
     excluded.report, excluded.refusal);

-- name: add_version
INSERT INTO version (address, report, since) VALUES (:address, :report, :since) ON CONFLICT DO NOTHING;

-- name: versions
SELECT report, since FROM version WHERE address = :address ORDER BY number;

-- name: pack_of_report
SELECT reading.pack FROM report JOIN reading ON reading.id = report.reading WHERE report.id = :report;

-- name: robots
SELECT rules FROM robots WHERE origin = :origin AND fetched >= :since;

-- name: put_robots
INSERT INTO robots (origin, rules, fetched) VALUES (:origin, :rules, :fetched)
ON CONFLICT (origin) DO UPDATE SET (rules, fetched) = (excluded.rules, excluded.fetched);

-- name: drop_refusals
DELETE FROM refusal WHERE "where" = :where;
