-- What standing queries ask, and what they told.

-- name: watched_statements
SELECT s.id, r.id, r.outlet, r.url, r.title, r.lang, r.published, s.text, s.chain, cs.claim, cs.stance, claim.best,
       claim.denials
FROM statement AS s
JOIN report AS r ON r.number = s.report
LEFT JOIN claim_statement AS cs ON cs.statement = s.id
LEFT JOIN claim ON claim.id = cs.claim
WHERE :claim IS NULL OR cs.claim = :claim
ORDER BY s.number;

-- name: watched_statements_found
SELECT s.id, r.id, r.outlet, r.url, r.title, r.lang, r.published, s.text, s.chain, cs.claim, cs.stance, claim.best,
       claim.denials
FROM search
JOIN statement AS s ON s.number = search.rowid
JOIN report AS r ON r.number = s.report
LEFT JOIN claim_statement AS cs ON cs.statement = s.id
LEFT JOIN claim ON claim.id = cs.claim
WHERE search MATCH :expression AND (:claim IS NULL OR cs.claim = :claim)
ORDER BY s.number;

-- name: is_told
SELECT 1 FROM told WHERE query = :query AND kind = :kind AND subject = :subject;

-- name: add_told
INSERT INTO told (query, kind, subject) VALUES (:query, :kind, :subject) ON CONFLICT DO NOTHING;

-- name: is_query_known
SELECT 1 FROM told WHERE query = :query LIMIT 1;

-- name: add_waiting
INSERT INTO waiting (receiver, alert, whole) VALUES (:receiver, :alert, :whole) ON CONFLICT (receiver, alert) DO NOTHING;

-- name: waiting
SELECT alert, whole, tries FROM waiting WHERE receiver = :receiver ORDER BY number;

-- name: drop_waiting
DELETE FROM waiting WHERE receiver = :receiver AND alert = :alert;

-- name: count_try
UPDATE waiting SET tries = tries + 1 WHERE receiver = :receiver AND alert = :alert;
