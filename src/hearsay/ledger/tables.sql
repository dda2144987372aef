-- json_extract, not the arrows: SQLite has those from 3.38 on, and systems in use have 3.37.
-- The tables that are exported, each under its name: the columns that tables.py declares, in the same order.

-- name: table_reports
SELECT r.id, r.url, r.outlet, r.title, r.lang, r.published, json_extract(whole, '$.published_at'),
       json_extract(whole, '$.updated_at'), json_extract(whole, '$.section'), sr.story,
       json_extract(whole, '$.credits.byline'), json_extract(whole, '$.credits.agency'),
       json_extract(whole, '$.credits.photo'), json_extract(whole, '$.credits.translator'),
       json_extract(whole, '$.credits.source_link'), reading.pack, json_extract(whole, '$.text')
FROM report AS r JOIN reading ON reading.id = r.reading LEFT JOIN story_report AS sr ON sr.report = r.id
ORDER BY r.number;

-- name: table_statements
SELECT s.id, r.id, r.outlet, r.lang, r.published, s.text, s.cue, last.kind, last.name, last.entity, s.chain, s.act,
       s.certainty, s.directness, s.event, s.said, s.about
FROM statement AS s
JOIN report AS r ON r.number = s.report
LEFT JOIN link AS last
       ON last.statement = s.number AND last.position = (SELECT max(position) FROM link WHERE statement = s.number)
ORDER BY s.number;

-- name: table_links
SELECT s.id, l.position, l.kind, l.name, l.entity
FROM link AS l JOIN statement AS s ON s.number = l.statement
ORDER BY l.statement, l.position;

-- name: table_mentions
SELECT r.id, m.position, m.start, m."end", m.kind, m.name, m.entity
FROM mention AS m JOIN report AS r ON r.number = m.report
ORDER BY m.report, m.position;

-- name: table_times
SELECT r.id, t.position, t.start, t."end", t.type, t.value
FROM time AS t JOIN report AS r ON r.number = t.report
ORDER BY t.report, t.position;

-- name: table_stories
SELECT id, json_extract(whole, '$.title'), first, last, json_extract(whole, '$.languages'), json_extract(whole, '$.reports') FROM story ORDER BY first, id;

-- name: table_claims
SELECT id, story, json_extract(whole, '$.text'), first, last, size, reports, denials, json_extract(whole, '$.event'),
       json_extract(whole, '$.origins.at_least'), best, json_extract(whole, '$.origins.at_most'),
       json_extract(whole, '$.origins.gates'), json_extract(whole, '$.origins.gate_names'),
       json_extract(whole, '$.origins.open'),
       (SELECT json_group_array(json_extract(one.value, '$.name')) FROM json_each(whole, '$.denied_by') AS one)
FROM claim ORDER BY first, id;

-- name: table_claim_statements
SELECT claim, position, statement, stance FROM claim_statement ORDER BY claim, position;

-- name: table_origins
SELECT claim.id, origin.key, json_extract(origin.value, '$.id'), json_extract(origin.value, '$.name'), json_extract(origin.value, '$.kind'),
       json_extract(origin.value, '$.entity'), json_extract(origin.value, '$.through'), json_extract(origin.value, '$.sides'), json_extract(origin.value, '$.statements')
FROM claim, json_each(claim.whole, '$.origins.sources') AS origin
ORDER BY claim.id, origin.key;

-- name: table_copies
SELECT report, "of", relation, score, json_extract(whole, '$.reasons') FROM copy ORDER BY report, "of", relation;

-- name: table_possible
SELECT kind, a, b, score, json_extract(whole, '$.reasons') FROM possible ORDER BY kind, a, b;

-- name: table_judgements
SELECT verdict, a, b, by, at FROM judgement ORDER BY number;

-- name: table_refusals
SELECT "where", reason, detail, at FROM refusal ORDER BY number;

-- name: count_reports
SELECT count(*) FROM report;

-- name: count_statements
SELECT count(*) FROM statement;

-- name: count_links
SELECT count(*) FROM link;

-- name: count_mentions
SELECT count(*) FROM mention;

-- name: count_times
SELECT count(*) FROM time;

-- name: count_stories
SELECT count(*) FROM story;

-- name: count_claims
SELECT count(*) FROM claim;

-- name: count_claim_statements
SELECT count(*) FROM claim_statement;

-- name: count_origins
SELECT ifnull(sum(json_array_length(whole, '$.origins.sources')), 0) FROM claim;

-- name: count_copies
SELECT count(*) FROM copy;

-- name: count_possible
SELECT count(*) FROM possible;

-- name: count_judgements
SELECT count(*) FROM judgement;

-- name: count_refusals
SELECT count(*) FROM refusal;

-- name: table_events
SELECT s.id, r.id, cs.claim, cs.stance, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.event,
       s.said, s.about, json_extract(claim.whole, '$.origins.at_least'), claim.best, json_extract(claim.whole, '$.origins.at_most'), claim.denials
FROM statement AS s
JOIN report AS r ON r.number = s.report
LEFT JOIN claim_statement AS cs ON cs.statement = s.id
LEFT JOIN claim ON claim.id = cs.claim
WHERE s.event IS NOT NULL AND (:claim IS NULL OR cs.claim = :claim)
ORDER BY s.number;

-- name: mentions_of_report
SELECT DISTINCT kind, name FROM mention JOIN report ON report.number = mention.report WHERE report.id = :id ORDER BY 1, 2;
