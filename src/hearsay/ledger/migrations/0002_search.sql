-- Full-text search over what is said and by whom.
-- unicode61 would cut Bengali and Hindi words at their vowel signs, which are marks: hence the categories. The words are
-- made by hearsay (search_words, see search.py), which also pairs the characters of scripts without spaces.

CREATE VIRTUAL TABLE search USING fts5 (
    content,
    sources,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

INSERT INTO search (rowid, content, sources)
SELECT number,
       search_words(text),
       search_words((SELECT ifnull(group_concat(name, ' '), '') FROM link WHERE statement = number))
FROM statement;
