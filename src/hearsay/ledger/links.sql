-- Every question about links and judgements, each under its name.

-- name: ledger_state
SELECT report.id, report.reading FROM report ORDER BY report.id;

-- name: linked_state
SELECT state FROM linking WHERE id = 1;

-- name: put_linked_state
INSERT INTO linking (id, state) VALUES (1, :state) ON CONFLICT (id) DO UPDATE SET state = excluded.state;

-- name: drop_copies
DELETE FROM copy;

-- name: drop_stories
DELETE FROM story;

-- name: drop_claims
DELETE FROM claim;

-- name: drop_possible
DELETE FROM possible;

-- name: add_copy
INSERT INTO copy (report, "of", relation, score, whole) VALUES (:report, :of, :relation, :score, :whole);

-- name: add_story
INSERT INTO story (id, first, last, whole) VALUES (:id, :first, :last, :whole);

-- name: add_story_report
INSERT INTO story_report (report, story) VALUES (:report, :story);

-- name: add_claim
INSERT INTO claim (id, story, first, last, size, reports, best, denials, whole)
VALUES (:id, :story, :first, :last, :size, :reports, :best, :denials, :whole);

-- name: add_claim_statement
INSERT INTO claim_statement (statement, claim, position, stance) VALUES (:statement, :claim, :position, :stance)
ON CONFLICT (statement) DO NOTHING;

-- name: add_possible
INSERT INTO possible (kind, a, b, score, whole) VALUES (:kind, :a, :b, :score, :whole)
ON CONFLICT (kind, a, b) DO NOTHING;

-- name: copies
SELECT whole FROM copy ORDER BY report, "of", relation;

-- name: copies_of
SELECT whole FROM copy WHERE report = :id UNION SELECT whole FROM copy WHERE "of" = :id;

-- name: stories
SELECT whole FROM story ORDER BY last DESC, id;

-- name: story
SELECT whole FROM story WHERE id = :id;

-- name: story_of_report
SELECT story FROM story_report WHERE report = :id;

-- name: claims
SELECT id, whole FROM claim ORDER BY reports DESC, size DESC, last DESC, id;

-- name: claims_of_story
SELECT id, whole FROM claim WHERE story = :id ORDER BY reports DESC, size DESC, id;

-- name: claim
SELECT id, whole FROM claim WHERE id = :id;

-- name: claim_of_statement
SELECT claim FROM claim_statement WHERE statement = :id;

-- name: statements_of_claim
SELECT s.id, r.id, r.lang, r.published, s.text, s.chain, s.act, s.certainty, c.stance
FROM claim_statement AS c
JOIN statement AS s ON s.id = c.statement
JOIN report AS r ON r.number = s.report
WHERE c.claim = :id
ORDER BY c.position;

-- name: possible
SELECT whole FROM possible ORDER BY score DESC, kind, a, b;

-- name: possible_of
SELECT whole FROM possible WHERE a = :id UNION SELECT whole FROM possible WHERE b = :id;

-- name: add_judgement
INSERT INTO judgement (verdict, a, b, by, at) VALUES (:verdict, :a, :b, :by, :at)
ON CONFLICT (verdict, a, b, by, at) DO NOTHING;

-- name: judgements
SELECT verdict, a, b, by, at FROM judgement ORDER BY number;

-- name: report_of_statement
SELECT r.id FROM statement AS s JOIN report AS r ON r.number = s.report WHERE s.id = :id;

-- name: feature
SELECT whole FROM feature WHERE report = :report;

-- name: outlets
SELECT DISTINCT outlet FROM report WHERE outlet IS NOT NULL ORDER BY outlet;

-- name: readings_without_features
SELECT reading.id, reading.whole
FROM report JOIN reading ON reading.id = report.reading
LEFT JOIN feature ON feature.report = report.id
WHERE feature.reading IS NULL OR feature.reading <> report.reading
ORDER BY report.number;

-- name: put_features
INSERT INTO feature (report, reading, at, whole) VALUES (:report, :reading, :at, :whole)
ON CONFLICT (report) DO UPDATE SET (reading, at, whole) = (excluded.reading, excluded.at, excluded.whole);

-- name: drop_features
DELETE FROM feature;

-- name: features
SELECT whole FROM feature ORDER BY at, report;
