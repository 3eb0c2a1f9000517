-- What workshops call the same thing. A row that was edited here is no longer overwritten by the shipped file;
-- one that was deleted here stays as a mark, so that the file does not bring it back.
CREATE TABLE glossary_term (
    term     text    NOT NULL,
    synonyms text[]  NOT NULL,
    english  text[]  NOT NULL,
    slips    text[]  NOT NULL,
    unit     text,
    edited   boolean NOT NULL,
    deleted  boolean NOT NULL,
    CONSTRAINT glossary_term_pk PRIMARY KEY (term),
    CONSTRAINT glossary_term_deleted_ck CHECK (edited OR NOT deleted)
);

-- One row: every change counts the version up, so that each node knows when to read again.
CREATE TABLE glossary_state (
    id           integer NOT NULL,
    version      bigint  NOT NULL,
    shipped_hash text,
    CONSTRAINT glossary_state_pk PRIMARY KEY (id),
    CONSTRAINT glossary_state_one_ck CHECK (id = 1)
);
INSERT INTO glossary_state (id, version) VALUES (1, 0);
