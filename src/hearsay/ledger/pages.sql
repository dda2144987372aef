-- Every question that pages ask, each under its name: by cursor, never by offset, so that page 1,000 costs what page 1 does.

-- name: put_token
INSERT INTO token (hash, by, made) VALUES (:hash, :by, :made) ON CONFLICT DO NOTHING;

-- name: token
SELECT by FROM token WHERE hash = :hash;

-- name: tokens
SELECT substr(hash, 1, 8), by, made FROM token ORDER BY made, hash;

-- name: drop_token
DELETE FROM token WHERE substr(hash, 1, 8) = :short;

-- name: shown
SELECT state, reports, statements, claims, stories FROM shown WHERE id = 1;

-- name: put_shown
INSERT INTO shown (id, state, reports, statements, claims, stories)
SELECT 1, :state, (SELECT count(*) FROM report), (SELECT count(*) FROM statement), (SELECT count(*) FROM claim),
       (SELECT count(*) FROM story)
WHERE true
ON CONFLICT (id) DO UPDATE
SET (state, reports, statements, claims, stories)
  = (excluded.state, excluded.reports, excluded.statements, excluded.claims, excluded.stories);

-- name: drop_facets
DELETE FROM story_facet;

-- name: add_facets
INSERT OR IGNORE INTO story_facet (facet, at, story)
SELECT '', ifnull(last, ''), id FROM story
UNION ALL
SELECT 'lang:' || r.lang, ifnull(s.last, ''), s.id
FROM story_report AS m JOIN story AS s ON s.id = m.story JOIN report AS r ON r.id = m.report
UNION ALL
SELECT 'outlet:' || r.outlet, ifnull(s.last, ''), s.id
FROM story_report AS m JOIN story AS s ON s.id = m.story JOIN report AS r ON r.id = m.report WHERE r.outlet IS NOT NULL
UNION ALL
SELECT CASE WHEN n.kind = 'person' THEN 'person:' ELSE 'place:' END || ifnull(n.entity, n.name), ifnull(s.last, ''), s.id
FROM story_report AS m JOIN story AS s ON s.id = m.story JOIN report AS r ON r.id = m.report
JOIN mention AS n ON n.report = r.number WHERE n.kind IN ('person', 'place', 'government');

-- name: drop_sources
DELETE FROM source;

-- name: add_sources
INSERT INTO source (kind, identity, name, entity, statements, reports)
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
SELECT total.kind, total.identity, spelling.name, spelling.entity, total.statements, total.reports
FROM total JOIN spelling ON spelling.kind = total.kind AND spelling.identity = total.identity AND spelling.place = 1;

-- name: drop_sounds
DELETE FROM sound;

-- name: all_names
SELECT name, kind, ifnull(entity, '') FROM mention WHERE name <> ''
UNION
SELECT name, kind, ifnull(entity, '') FROM link WHERE name <> '' AND kind <> 'none';

-- name: add_sound
INSERT OR IGNORE INTO sound (key, name, kind, entity) VALUES (:key, :name, :kind, :entity);

-- name: sounds
SELECT DISTINCT name, kind, entity FROM sound WHERE key = :key LIMIT 2000;

-- name: names_of_entity
SELECT DISTINCT name FROM sound WHERE entity = :entity AND entity <> '' LIMIT 40;

-- name: facet_size
SELECT count(*) FROM (SELECT 1 FROM story_facet WHERE facet = :facet LIMIT 5000);

-- name: stories_page
SELECT f.at, f.story, s.whole FROM story_facet AS f JOIN story AS s ON s.id = f.story
WHERE f.facet = :facet AND (f.at, f.story) < (:at, :id) AND f.at >= :since
  AND (:second IS NULL OR EXISTS (
      SELECT 1 FROM story_facet AS g WHERE g.facet = :second AND g.at = f.at AND g.story = f.story))
  AND (:third IS NULL OR EXISTS (
      SELECT 1 FROM story_facet AS g WHERE g.facet = :third AND g.at = f.at AND g.story = f.story))
  AND (:fourth IS NULL OR EXISTS (
      SELECT 1 FROM story_facet AS g WHERE g.facet = :fourth AND g.at = f.at AND g.story = f.story))
ORDER BY f.at DESC, f.story DESC LIMIT :limit;

-- name: outlets_of_stories
SELECT m.story, ifnull(r.outlet, ''), count(*)
FROM story_report AS m JOIN report AS r ON r.id = m.report
WHERE m.story IN (SELECT value FROM json_each(:ids))
GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2;

-- name: sizes_of_stories
SELECT story, count(*), sum(denials > 0), max(reports) FROM claim
WHERE story IN (SELECT value FROM json_each(:ids)) GROUP BY story;

-- name: facets
SELECT facet, n FROM (
    SELECT facet, count(*) AS n FROM story_facet WHERE facet >= :kind || ':' AND facet < :kind || ';' GROUP BY facet)
ORDER BY n DESC, facet LIMIT 40;

-- name: top_claims_of_story
SELECT id, whole FROM claim WHERE story = :story ORDER BY reports DESC, size DESC, id DESC LIMIT :limit;

-- name: claims_of_story_page
SELECT reports, size, id, whole FROM claim
WHERE story = :story AND (reports, size, id) < (:reports, :size, :id)
ORDER BY reports DESC, size DESC, id DESC LIMIT :limit;

-- name: claims_page
SELECT ifnull(last, ''), id, whole FROM claim
WHERE (ifnull(last, ''), id) < (:at, :id) AND ifnull(last, '') >= :since
ORDER BY ifnull(last, '') DESC, id DESC LIMIT :limit;

-- name: denied_claims_page
SELECT ifnull(last, ''), id, whole FROM claim
WHERE denials > 0 AND (ifnull(last, ''), id) < (:at, :id) AND ifnull(last, '') >= :since
ORDER BY ifnull(last, '') DESC, id DESC LIMIT :limit;

-- name: statements_of_claims
SELECT c.claim, s.id, r.id, r.lang, r.published, s.text, s.chain, s.act, s.certainty, c.stance
FROM claim_statement AS c
JOIN statement AS s ON s.id = c.statement
JOIN report AS r ON r.number = s.report
WHERE c.claim IN (SELECT value FROM json_each(:ids))
ORDER BY c.claim, c.position;

-- name: claims_of_statements
SELECT statement, claim, stance FROM claim_statement WHERE statement IN (SELECT value FROM json_each(:ids));

-- name: said_of_statements
SELECT id, said FROM statement WHERE id IN (SELECT value FROM json_each(:ids)) AND said IS NOT NULL;

-- name: heads_of_reports
SELECT id, url, outlet, title, lang, published FROM report WHERE id IN (SELECT value FROM json_each(:ids));

-- name: story_of
SELECT story FROM story_report WHERE report = :report;

-- name: copies_among
SELECT whole FROM copy WHERE report IN (SELECT value FROM json_each(:ids)) ORDER BY report, score DESC LIMIT 400;

-- name: copies_page
SELECT whole FROM copy WHERE (report, "of", relation) > (:report, :of, :relation)
ORDER BY report, "of", relation LIMIT :limit;

-- name: copies_of_page
SELECT whole FROM (SELECT * FROM copy WHERE report = :id UNION SELECT * FROM copy WHERE "of" = :id)
WHERE (report, "of", relation) > (:report, :of, :relation) ORDER BY report, "of", relation LIMIT :limit;

-- name: reports_page
SELECT ifnull(r.published, ''), r.number, reading.whole FROM report AS r JOIN reading ON reading.id = r.reading
WHERE (ifnull(r.published, ''), r.number) < (:at, :number) AND ifnull(r.published, '') >= :since
ORDER BY ifnull(r.published, '') DESC, r.number DESC LIMIT :limit;

-- name: reports_of_outlet_page
SELECT ifnull(r.published, ''), r.number, reading.whole FROM report AS r JOIN reading ON reading.id = r.reading
WHERE r.outlet = :outlet AND (:lang IS NULL OR r.lang = :lang)
  AND (ifnull(r.published, ''), r.number) < (:at, :number) AND ifnull(r.published, '') >= :since
ORDER BY ifnull(r.published, '') DESC, r.number DESC LIMIT :limit;

-- name: reports_of_lang_page
SELECT ifnull(r.published, ''), r.number, reading.whole FROM report AS r JOIN reading ON reading.id = r.reading
WHERE r.lang = :lang AND (ifnull(r.published, ''), r.number) < (:at, :number) AND ifnull(r.published, '') >= :since
ORDER BY ifnull(r.published, '') DESC, r.number DESC LIMIT :limit;

-- name: statements_page
SELECT s.number, s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM statement AS s JOIN report AS r ON r.number = s.report
WHERE s.number < :before ORDER BY s.number DESC LIMIT :limit;

-- name: statements_of_report_page
SELECT s.position, s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM report AS r JOIN statement AS s ON s.report = r.number
WHERE r.id = :id AND s.position > :after ORDER BY s.position LIMIT :limit;

-- name: statements_of_claim_page
SELECT c.position, s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM claim_statement AS c JOIN statement AS s ON s.id = c.statement JOIN report AS r ON r.number = s.report
WHERE c.claim = :id AND c.position > :after ORDER BY c.position LIMIT :limit;

-- name: statements_of_source_page
SELECT s.number, s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM (SELECT statement FROM (SELECT statement FROM link WHERE name = :id AND statement < :before
                             ORDER BY statement DESC LIMIT :limit)
      UNION
      SELECT statement FROM (SELECT statement FROM link WHERE entity = :id AND statement < :before
                             ORDER BY statement DESC LIMIT :limit)) AS found
JOIN statement AS s ON s.number = found.statement JOIN report AS r ON r.number = s.report
ORDER BY s.number DESC LIMIT :limit;

-- name: statements_found_page
SELECT s.number, s.id, r.id, r.outlet, r.lang, r.published, s.text, s.chain, s.act, s.certainty, s.directness, s.cue,
       s.said, s.about
FROM search JOIN statement AS s ON s.number = search.rowid JOIN report AS r ON r.number = s.report
WHERE search MATCH :expression AND search.rowid < :before
ORDER BY search.rowid DESC LIMIT :limit;

-- name: sources_page
SELECT statements, kind, identity, name, entity, reports FROM source
WHERE (statements, kind, identity) < (:statements, :kind, :identity)
ORDER BY statements DESC, kind DESC, identity DESC LIMIT :limit;

-- name: sources_of_kind_page
SELECT statements, kind, identity, name, entity, reports FROM source
WHERE kind = :only AND (statements, kind, identity) < (:statements, :kind, :identity)
ORDER BY statements DESC, kind DESC, identity DESC LIMIT :limit;

-- name: source_rows
SELECT statements, kind, identity, name, entity, reports FROM source
WHERE identity IN (SELECT value FROM json_each(:ids)) ORDER BY statements DESC, kind LIMIT 50;

-- name: spellings_of_entity
SELECT name, kind, count(*) FROM (SELECT name, kind FROM link WHERE entity = :id LIMIT 2000)
GROUP BY name, kind ORDER BY 3 DESC, name LIMIT 60;

-- name: nearer_links
SELECT before.name, before.kind, before.entity, count(*)
FROM (SELECT statement, position FROM link WHERE name = :id UNION SELECT statement, position FROM link WHERE entity = :id
      LIMIT 2000) AS found
JOIN link AS before ON before.statement = found.statement AND before.position < found.position
GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1 LIMIT 24;

-- name: stances_of_source
SELECT c.stance, s.act, s.certainty, count(*)
FROM (SELECT statement FROM link WHERE name = :id UNION SELECT statement FROM link WHERE entity = :id LIMIT 2000) AS found
JOIN statement AS s ON s.number = found.statement LEFT JOIN claim_statement AS c ON c.statement = s.id
GROUP BY 1, 2, 3;

-- name: judgements_page
SELECT number, verdict, a, b, by, at FROM judgement WHERE number < :before ORDER BY number DESC LIMIT :limit;
