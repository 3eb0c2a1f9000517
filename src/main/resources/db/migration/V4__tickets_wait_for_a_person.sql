-- Questions that wait for, or were answered by, a craftsman.
CREATE SEQUENCE ticket_number_seq;

CREATE TABLE ticket_transition (
    event      text NOT NULL,
    from_state text,
    to_state   text NOT NULL,
    CONSTRAINT ticket_transition_uq UNIQUE NULLS NOT DISTINCT (event, from_state, to_state)
);
INSERT INTO ticket_transition (event, from_state, to_state) VALUES
    ('OPEN', NULL, 'NEW'),
    ('OFFER', 'NEW', 'OPEN'),
    ('CLAIM', 'OPEN', 'ASSIGNED'),
    ('RELEASE', 'ASSIGNED', 'OPEN'),
    ('EXPIRE', 'ASSIGNED', 'OPEN'),
    ('REPLY', 'ASSIGNED', 'SOLVED'),
    ('UNDO', 'SOLVED', 'ASSIGNED'),
    ('CONFIRM', 'SOLVED', 'CLOSED'),
    ('ASSUME', 'SOLVED', 'CLOSED'),
    ('REJECT', 'SOLVED', 'ASSIGNED'),
    ('REJECT', 'SOLVED', 'OPEN'),
    ('CANCEL', 'NEW', 'CANCELLED'),
    ('CANCEL', 'OPEN', 'CANCELLED'),
    ('CANCEL', 'ASSIGNED', 'CANCELLED');

CREATE TABLE ticket (
    id              uuid        NOT NULL,
    number          text        NOT NULL,
    state           text        NOT NULL,
    closed_as       text,
    level           integer     NOT NULL DEFAULT 0,
    epoch           integer     NOT NULL DEFAULT 0,
    owner_id        uuid,
    lease_until     timestamptz,
    question        text        NOT NULL,
    language        text        NOT NULL,
    trade           text,
    confidential    boolean     NOT NULL DEFAULT false,
    enterprise_id   uuid,
    enterprise_name text,
    region          text,
    asker_account   uuid,
    asker_visitor   uuid,
    conversation_id uuid        NOT NULL,
    turn_id         uuid,
    dossier         jsonb       NOT NULL,
    reply_text      text,
    reply_card      jsonb,
    reply_consent   boolean,
    replied_at      timestamptz,
    rating          integer,
    asker_consent   boolean,
    comment         text,
    opened_at       timestamptz NOT NULL,
    closed_at       timestamptz,
    CONSTRAINT ticket_pk PRIMARY KEY (id),
    CONSTRAINT ticket_number_uq UNIQUE (number),
    CONSTRAINT ticket_owner_fk FOREIGN KEY (owner_id) REFERENCES account (id),
    CONSTRAINT ticket_asker_fk FOREIGN KEY (asker_account) REFERENCES account (id),
    CONSTRAINT ticket_visitor_fk FOREIGN KEY (asker_visitor) REFERENCES visitor (id),
    CONSTRAINT ticket_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT ticket_state_ck CHECK (state IN ('NEW', 'OPEN', 'ASSIGNED', 'PENDING', 'ON_HOLD', 'SOLVED', 'CLOSED', 'CANCELLED')),
    CONSTRAINT ticket_closed_as_ck CHECK ((state = 'CLOSED') = (closed_as IS NOT NULL)
        AND closed_as IN ('CONFIRMED', 'ASSUMED', 'NO_REPLY')),
    -- Whoever works on it or answered it is its owner; a waiting ticket has none.
    CONSTRAINT ticket_owner_ck CHECK (state NOT IN ('ASSIGNED', 'PENDING', 'ON_HOLD', 'SOLVED') OR owner_id IS NOT NULL),
    CONSTRAINT ticket_waiting_ck CHECK (state NOT IN ('NEW', 'OPEN') OR owner_id IS NULL),
    CONSTRAINT ticket_reply_ck CHECK (state <> 'SOLVED' OR reply_text IS NOT NULL),
    CONSTRAINT ticket_level_ck CHECK (level BETWEEN 0 AND 4),
    CONSTRAINT ticket_rating_ck CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT ticket_asker_ck CHECK (num_nonnulls(asker_account, asker_visitor) = 1)
);
CREATE INDEX ticket_state_ix ON ticket (state, opened_at);
CREATE INDEX ticket_asker_ix ON ticket (asker_account, opened_at);
CREATE INDEX ticket_conversation_ix ON ticket (conversation_id);
CREATE INDEX ticket_lease_ix ON ticket (lease_until) WHERE state = 'ASSIGNED';

CREATE TABLE ticket_event (
    seq             bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    ticket_id       uuid        NOT NULL,
    event           text        NOT NULL,
    actor           text        NOT NULL,
    from_state      text,
    to_state        text        NOT NULL,
    reason          text,
    epoch           integer     NOT NULL,
    idempotency_key text,
    at              timestamptz NOT NULL,
    CONSTRAINT ticket_event_pk PRIMARY KEY (seq),
    CONSTRAINT ticket_event_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);
CREATE INDEX ticket_event_ticket_ix ON ticket_event (ticket_id, seq);

CREATE TABLE ticket_message (
    id        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    ticket_id uuid        NOT NULL,
    sender    text        NOT NULL,
    account   uuid,
    text      text        NOT NULL,
    at        timestamptz NOT NULL,
    withdrawn boolean     NOT NULL DEFAULT false,
    CONSTRAINT ticket_message_pk PRIMARY KEY (id),
    CONSTRAINT ticket_message_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ticket_message_account_fk FOREIGN KEY (account) REFERENCES account (id),
    CONSTRAINT ticket_message_sender_ck CHECK (sender IN ('ASKER', 'CRAFTSMAN', 'SYSTEM'))
);
CREATE INDEX ticket_message_ticket_ix ON ticket_message (ticket_id, id);

-- What an owner has typed and not sent; kept for the next owner, never lost. One per claim: a text that comes late
-- from an earlier claim does not overwrite what was typed since.
CREATE TABLE ticket_draft (
    ticket_id  uuid        NOT NULL,
    author_id  uuid        NOT NULL,
    text       text        NOT NULL,
    epoch      integer     NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT ticket_draft_pk PRIMARY KEY (ticket_id, author_id, epoch),
    CONSTRAINT ticket_draft_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ticket_draft_author_fk FOREIGN KEY (author_id) REFERENCES account (id)
);

CREATE TABLE ticket_offer (
    ticket_id  uuid        NOT NULL,
    account_id uuid        NOT NULL,
    reason     text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT ticket_offer_pk PRIMARY KEY (ticket_id, account_id),
    CONSTRAINT ticket_offer_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ticket_offer_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
);

-- The table of transitions is enforced here too, whatever the code believes.
CREATE FUNCTION ticket_guard_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'NEW' THEN
            RAISE EXCEPTION 'a ticket starts as NEW, not %', NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_transition_ck';
        END IF;
    ELSIF NEW.state <> OLD.state AND NOT EXISTS (
        SELECT 1 FROM ticket_transition t WHERE t.from_state = OLD.state AND t.to_state = NEW.state) THEN
        RAISE EXCEPTION 'no event leads from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_transition_ck';
    ELSIF NEW.epoch < OLD.epoch THEN
        RAISE EXCEPTION 'the epoch of a ticket never falls' USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_epoch_ck';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ticket_transition_tg BEFORE INSERT OR UPDATE ON ticket
    FOR EACH ROW EXECUTE FUNCTION ticket_guard_transition();

CREATE FUNCTION ticket_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ticket_event is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_event_append_only_ck';
END $$;
CREATE TRIGGER ticket_event_append_only_tg BEFORE UPDATE OR DELETE ON ticket_event
    FOR EACH ROW EXECUTE FUNCTION ticket_event_is_append_only();
