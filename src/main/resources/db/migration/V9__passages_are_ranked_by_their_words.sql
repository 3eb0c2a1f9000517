-- What re-ranking compares of a passage: vectors of its words and of its sentences, half a byte per component; and
-- which word pieces of the model's vocabulary it has. Apart from the passage, for they are long and only candidates are re-ranked.
CREATE TABLE passage_vectors (
    passage_id bigint NOT NULL,
    tokens     bytea  NOT NULL,
    sentences  bytea  NOT NULL,
    pieces     text[] NOT NULL,
    CONSTRAINT passage_vectors_pk PRIMARY KEY (passage_id),
    CONSTRAINT passage_vectors_passage_fk FOREIGN KEY (passage_id) REFERENCES passage (id) ON DELETE CASCADE
);
-- Vectors do not compress; trying costs time at every read.
ALTER TABLE passage_vectors
    ALTER COLUMN tokens SET STORAGE EXTERNAL,
    ALTER COLUMN sentences SET STORAGE EXTERNAL;

-- In how many passages of a model a word piece occurs; counted together with lexeme_stat.
CREATE TABLE piece_stat (
    model    text    NOT NULL,
    piece    text    NOT NULL,
    passages integer NOT NULL,
    CONSTRAINT piece_stat_pk PRIMARY KEY (model, piece)
);

-- Which way of making passages made this one; older ones are made again in the background after an update.
ALTER TABLE passage ADD COLUMN recipe integer NOT NULL DEFAULT 1;
CREATE INDEX passage_recipe_ix ON passage (recipe, article_id);

-- Weights of the ranker, each fit a numbered row; the newest one ranks.
CREATE TABLE ranking (
    version    integer     NOT NULL GENERATED ALWAYS AS IDENTITY,
    name       text        NOT NULL,
    weights    jsonb       NOT NULL,
    fitted_on  text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ranking_pk PRIMARY KEY (version),
    CONSTRAINT ranking_name_uq UNIQUE (name)
);
INSERT INTO ranking (name, weights, fitted_on) VALUES
    ('prior-1',
     '{"ZH": {"LEXICAL": 1.0, "COSINE": 3.0, "WINDOW": 3.3, "NEARBY": 1.0, "IN_ORDER": 0.3, "CROSS": 17.0},
       "EN": {"LEXICAL": 1.0, "SENTENCE": 2.0, "WINDOW": 4.0, "NEARBY": 0.5, "IN_ORDER": 0.3, "CROSS": 16.0}}',
     'five public question sets, see docs/experiments.md');
