-- What is published: articles, immutable numbered versions, passages with both search legs.
-- kind, visibility and audience of an article are those of its published version (of the newest, until one is
-- published): who may read is decided by what was reviewed, never by an edit that waits.
CREATE TABLE article (
    id                text        NOT NULL,
    kind              text        NOT NULL,
    visibility        text        NOT NULL,
    audience          text,
    ticket_id         uuid,
    author_account    uuid,
    newest_version    integer     NOT NULL,
    published_version integer,
    shipped_hash      text,
    edited_at_desk    boolean     NOT NULL DEFAULT false,
    created_at        timestamptz NOT NULL,
    CONSTRAINT article_pk PRIMARY KEY (id),
    CONSTRAINT article_author_fk FOREIGN KEY (author_account) REFERENCES account (id),
    CONSTRAINT article_kind_ck CHECK (kind IN ('COURSE', 'ACHIEVEMENT', 'CASE', 'STANDARD_QUESTION', 'KNOW_HOW', 'PATENT')),
    CONSTRAINT article_visibility_ck CHECK (visibility IN ('PUBLIC', 'INDUSTRY', 'ENTERPRISE')),
    -- PUBLIC names nobody, INDUSTRY an industry code, ENTERPRISE an enterprise id.
    CONSTRAINT article_audience_ck CHECK ((visibility = 'PUBLIC') = (audience IS NULL)),
    CONSTRAINT article_ticket_uq UNIQUE (ticket_id)
);

CREATE TABLE article_version (
    article_id    text        NOT NULL,
    number        integer     NOT NULL,
    state         text        NOT NULL,
    kind          text        NOT NULL,
    visibility    text        NOT NULL,
    audience      text,
    title         text        NOT NULL,
    text          text        NOT NULL,
    language      text        NOT NULL,
    trade         text,
    keywords      text[]      NOT NULL DEFAULT '{}',
    author        text        NOT NULL,
    source        text        NOT NULL,
    licence       text        NOT NULL,
    review_by     date,
    safety        integer     NOT NULL,
    written_by    uuid,
    approved_by   uuid,
    without_proof text,
    created_at    timestamptz NOT NULL,
    published_at  timestamptz,
    retracted_at  timestamptz,
    retraction    text,
    CONSTRAINT article_version_pk PRIMARY KEY (article_id, number),
    CONSTRAINT article_version_article_fk FOREIGN KEY (article_id) REFERENCES article (id),
    CONSTRAINT article_version_written_fk FOREIGN KEY (written_by) REFERENCES account (id),
    CONSTRAINT article_version_approved_fk FOREIGN KEY (approved_by) REFERENCES account (id),
    CONSTRAINT article_version_state_ck CHECK (state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'RETRACTED')),
    CONSTRAINT article_version_kind_ck CHECK (kind IN ('COURSE', 'ACHIEVEMENT', 'CASE', 'STANDARD_QUESTION', 'KNOW_HOW', 'PATENT')),
    CONSTRAINT article_version_visibility_ck CHECK (visibility IN ('PUBLIC', 'INDUSTRY', 'ENTERPRISE')),
    CONSTRAINT article_version_audience_ck CHECK ((visibility = 'PUBLIC') = (audience IS NULL)),
    CONSTRAINT article_version_language_ck CHECK (language IN ('zh', 'en')),
    CONSTRAINT article_version_safety_ck CHECK (safety BETWEEN 0 AND 3)
);
CREATE UNIQUE INDEX article_version_published_uq ON article_version (article_id) WHERE state = 'PUBLISHED';
CREATE INDEX article_version_state_ix ON article_version (state, created_at DESC);
-- Finds the same text again: an import skips what is known.
CREATE INDEX article_version_text_ix ON article_version (md5(text));

-- One row per passage of a published version; visibility, kind and language are copied here so that a search
-- filters before it ranks. Retraction and supersession delete the rows in the same transaction.
CREATE TABLE passage (
    id           bigint   NOT NULL GENERATED ALWAYS AS IDENTITY,
    article_id   text     NOT NULL,
    version      integer  NOT NULL,
    ordinal      integer  NOT NULL,
    text         text     NOT NULL,
    heading_path text     NOT NULL,
    start_offset integer  NOT NULL,
    end_offset   integer  NOT NULL,
    visibility   text     NOT NULL,
    audience     text,
    kind         text     NOT NULL,
    trade        text,
    language     text     NOT NULL,
    safety       integer  NOT NULL,
    model        text     NOT NULL,
    embedding    halfvec  NOT NULL,
    lexemes      tsvector NOT NULL,
    lexeme_count integer  NOT NULL,
    CONSTRAINT passage_pk PRIMARY KEY (id),
    CONSTRAINT passage_version_fk FOREIGN KEY (article_id, version) REFERENCES article_version (article_id, number),
    CONSTRAINT passage_ordinal_uq UNIQUE (article_id, version, ordinal),
    CONSTRAINT passage_range_ck CHECK (0 <= start_offset AND start_offset < end_offset),
    CONSTRAINT passage_visibility_ck CHECK ((visibility = 'PUBLIC') = (audience IS NULL))
);
CREATE INDEX passage_lexemes_ix ON passage USING gin (lexemes);
CREATE INDEX passage_visibility_ix ON passage (visibility, audience);

-- One partial index per embedding model. Below pgvector 0.8.2 a parallel build can overflow a buffer
-- (CVE-2026-3172): these are built without parallel workers.
SET LOCAL max_parallel_maintenance_workers = 0;
CREATE INDEX passage_bge_small_zh_ix ON passage USING hnsw ((embedding::halfvec(512)) halfvec_cosine_ops)
    WHERE model = 'bge-small-zh-v1.5';
CREATE INDEX passage_all_minilm_ix ON passage USING hnsw ((embedding::halfvec(384)) halfvec_cosine_ops)
    WHERE model = 'all-MiniLM-L6-v2';

-- In how many passages a lexeme occurs; refreshed in the background, so an unknown lexeme counts as rare.
CREATE TABLE lexeme_stat (
    lexeme   text    NOT NULL,
    passages integer NOT NULL,
    CONSTRAINT lexeme_stat_pk PRIMARY KEY (lexeme)
);
