-- The words of the question, cut in Java as those of passages are; rows from before have none and are searched as text.
ALTER TABLE ticket ADD COLUMN lexemes tsvector;
CREATE INDEX ticket_lexemes_ix ON ticket USING gin (lexemes);

-- What those who work on a ticket tell each other; its asker never reads it.
CREATE TABLE ticket_note (
    id        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    ticket_id uuid        NOT NULL,
    author_id uuid        NOT NULL,
    text      text        NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT ticket_note_pk PRIMARY KEY (id),
    CONSTRAINT ticket_note_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ticket_note_author_fk FOREIGN KEY (author_id) REFERENCES account (id)
);
CREATE INDEX ticket_note_ticket_ix ON ticket_note (ticket_id, id);
