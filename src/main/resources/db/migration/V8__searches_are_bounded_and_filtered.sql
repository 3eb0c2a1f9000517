-- A search may be limited to what was published since a day, so each passage knows when that was.
ALTER TABLE passage ADD COLUMN published_at timestamptz;
UPDATE passage p SET published_at = coalesce(v.published_at, v.created_at)
FROM article_version v WHERE v.article_id = p.article_id AND v.number = p.version;
ALTER TABLE passage ALTER COLUMN published_at SET NOT NULL;

-- Scoring reads the words of some thousand passages for one question: unpacking each would cost five times the reading.
-- Rows that are there already stay packed until their article is published again.
ALTER TABLE passage ALTER COLUMN lexemes SET STORAGE EXTERNAL;

-- What a filter keeps is counted up to a bound and, where it is little, scanned without the vector index.
CREATE INDEX passage_kind_ix ON passage (kind);
CREATE INDEX passage_trade_ix ON passage (trade);
CREATE INDEX passage_published_ix ON passage (published_at);

-- How many public passages there are in a language and how many lexemes they have together; counted with lexeme_stat.
CREATE TABLE passage_stat (
    language text    NOT NULL,
    passages integer NOT NULL,
    lexemes  bigint  NOT NULL,
    CONSTRAINT passage_stat_pk PRIMARY KEY (language),
    CONSTRAINT passage_stat_passages_ck CHECK (passages >= 0 AND lexemes >= 0)
);
