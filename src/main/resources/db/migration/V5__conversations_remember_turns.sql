-- The thread of an asker; one row per question and what became of it.
CREATE TABLE conversation (
    id            uuid        NOT NULL,
    account_id    uuid,
    visitor_id    uuid,
    enterprise_id uuid,
    title         text,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    CONSTRAINT conversation_pk PRIMARY KEY (id),
    CONSTRAINT conversation_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT conversation_visitor_fk FOREIGN KEY (visitor_id) REFERENCES visitor (id),
    CONSTRAINT conversation_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT conversation_holder_ck CHECK (num_nonnulls(account_id, visitor_id) = 1)
);
CREATE INDEX conversation_account_ix ON conversation (account_id, updated_at DESC);
CREATE INDEX conversation_visitor_ix ON conversation (visitor_id, updated_at DESC);

CREATE TABLE turn (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    ordinal         integer     NOT NULL,
    question        text        NOT NULL,
    rewritten       text        NOT NULL,
    language        text        NOT NULL,
    outcome         text        NOT NULL,
    reason          text,
    message         text        NOT NULL,
    probability     double precision,
    result          jsonb       NOT NULL,
    -- What a ticket will be opened with, once a visitor has said whom to answer.
    waiting         jsonb,
    ticket_id       uuid,
    idempotency_key text,
    created_at      timestamptz NOT NULL,
    CONSTRAINT turn_pk PRIMARY KEY (id),
    CONSTRAINT turn_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT turn_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT turn_idempotency_uq UNIQUE (conversation_id, idempotency_key),
    CONSTRAINT turn_ordinal_uq UNIQUE (conversation_id, ordinal),
    CONSTRAINT turn_probability_ck CHECK (probability BETWEEN 0 AND 1),
    CONSTRAINT turn_outcome_ck CHECK (outcome IN ('ANSWERED', 'ESCALATED', 'JOINED', 'FORWARDED', 'NEEDS_DETAIL', 'SMALL_TALK', 'OUT_OF_SCOPE'))
);

ALTER TABLE ticket ADD CONSTRAINT ticket_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversation (id);
ALTER TABLE ticket ADD CONSTRAINT ticket_turn_fk FOREIGN KEY (turn_id) REFERENCES turn (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE article ADD CONSTRAINT article_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id);
