-- Everybody who waits for the reply of a ticket, once somebody of the same enterprise has joined whoever opened it.
CREATE TABLE ticket_asker (
    ticket_id       uuid        NOT NULL,
    asker_account   uuid,
    asker_visitor   uuid,
    conversation_id uuid        NOT NULL,
    joined_at       timestamptz NOT NULL,
    word            text        NOT NULL DEFAULT 'WAITING',
    consent         boolean     NOT NULL DEFAULT false,
    CONSTRAINT ticket_asker_uq UNIQUE NULLS NOT DISTINCT (ticket_id, asker_account, asker_visitor),
    CONSTRAINT ticket_asker_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ticket_asker_account_fk FOREIGN KEY (asker_account) REFERENCES account (id),
    CONSTRAINT ticket_asker_visitor_fk FOREIGN KEY (asker_visitor) REFERENCES visitor (id),
    CONSTRAINT ticket_asker_who_ck CHECK (num_nonnulls(asker_account, asker_visitor) = 1),
    CONSTRAINT ticket_asker_word_ck CHECK (word IN ('WAITING', 'CONFIRMED', 'REJECTED', 'ASSUMED'))
);
CREATE INDEX ticket_asker_account_ix ON ticket_asker (asker_account);
CREATE INDEX ticket_asker_visitor_ix ON ticket_asker (asker_visitor);
CREATE INDEX ticket_asker_conversation_ix ON ticket_asker (conversation_id);
CREATE INDEX ticket_enterprise_ix ON ticket (enterprise_id, opened_at)
    WHERE state IN ('OPEN', 'ASSIGNED', 'PENDING', 'ON_HOLD') AND NOT confidential;

INSERT INTO ticket_transition (event, from_state, to_state) VALUES
    ('JOIN', 'OPEN', 'OPEN'),
    ('JOIN', 'ASSIGNED', 'ASSIGNED'),
    ('JOIN', 'PENDING', 'PENDING'),
    ('JOIN', 'ON_HOLD', 'ON_HOLD'),
    ('AGREE', 'SOLVED', 'SOLVED'),
    ('SPLIT', 'SOLVED', 'SOLVED');
