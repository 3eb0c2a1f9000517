-- A place outside that an administrator has named, which is told what one role or one account hears.
CREATE TABLE outlet (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    channel    text        NOT NULL,
    -- Carries the key of a robot: never shown in full.
    address    text        NOT NULL,
    secret     text,
    -- The tags by which announcements find it, as those of a caller.
    tags       text[]      NOT NULL,
    -- Types of events; none means all that are told outside.
    kinds      text[]      NOT NULL DEFAULT '{}',
    language   text        NOT NULL,
    enabled    boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    CONSTRAINT outlet_pk PRIMARY KEY (id),
    CONSTRAINT outlet_channel_ck CHECK (channel IN ('WEBHOOK', 'WECOM', 'DINGTALK', 'FEISHU')),
    CONSTRAINT outlet_tags_ck CHECK (cardinality(tags) > 0),
    CONSTRAINT outlet_language_ck CHECK (language IN ('zh', 'en'))
);

-- One event for one recipient by one channel. Its id is what the recipient is told on every try.
CREATE TABLE delivery (
    id          uuid        NOT NULL,
    -- The order in which they are listed.
    seq         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    -- Null for a trial, which no event has caused.
    event_seq   bigint,
    target      text        NOT NULL,
    channel     text        NOT NULL,
    outlet_id   uuid,
    account_id  uuid,
    visitor_id  uuid,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    data        jsonb       NOT NULL,
    at          timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'WAITING',
    attempts    integer     NOT NULL DEFAULT 0,
    -- Attempts before somebody had it tried again; they do not count any more.
    forgiven    integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL,
    lease_until timestamptz,
    done_at     timestamptz,
    created_at  timestamptz NOT NULL,
    CONSTRAINT delivery_pk PRIMARY KEY (id),
    CONSTRAINT delivery_once_uq UNIQUE (event_seq, target),
    CONSTRAINT delivery_outlet_fk FOREIGN KEY (outlet_id) REFERENCES outlet (id) ON DELETE CASCADE,
    CONSTRAINT delivery_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT delivery_visitor_fk FOREIGN KEY (visitor_id) REFERENCES visitor (id) ON DELETE CASCADE,
    CONSTRAINT delivery_recipient_ck CHECK (num_nonnulls(outlet_id, account_id, visitor_id) = 1),
    CONSTRAINT delivery_channel_ck CHECK (channel IN ('EMAIL', 'SMS', 'WEBHOOK', 'WECOM', 'DINGTALK', 'FEISHU')),
    CONSTRAINT delivery_state_ck CHECK (state IN ('WAITING', 'SENT', 'DEAD', 'DROPPED')),
    CONSTRAINT delivery_done_ck CHECK ((state = 'WAITING') = (done_at IS NULL))
);
CREATE INDEX delivery_due_ix ON delivery (due_at) WHERE state = 'WAITING';
CREATE INDEX delivery_state_ix ON delivery (state, seq);
CREATE UNIQUE INDEX delivery_seq_ix ON delivery (seq);
CREATE INDEX delivery_outlet_ix ON delivery (outlet_id, state);

-- Every try; one without an end was cut off, and nobody knows whether it arrived.
CREATE TABLE delivery_attempt (
    delivery_id uuid        NOT NULL,
    number      integer     NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    outcome     text,
    detail      text,
    CONSTRAINT delivery_attempt_pk PRIMARY KEY (delivery_id, number),
    CONSTRAINT delivery_attempt_delivery_fk FOREIGN KEY (delivery_id) REFERENCES delivery (id) ON DELETE CASCADE,
    CONSTRAINT delivery_attempt_outcome_ck CHECK (outcome IN ('TAKEN', 'FAILED', 'REFUSED')),
    CONSTRAINT delivery_attempt_end_ck CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX delivery_attempt_started_ix ON delivery_attempt (started_at);

-- How far the outbox has been turned into deliveries. What was told before there were channels is not told again.
CREATE TABLE delivery_cursor (
    only_one boolean NOT NULL DEFAULT true,
    seq      bigint  NOT NULL,
    CONSTRAINT delivery_cursor_pk PRIMARY KEY (only_one),
    CONSTRAINT delivery_cursor_one_ck CHECK (only_one)
);
INSERT INTO delivery_cursor (seq) SELECT coalesce(max(seq), 0) FROM outbox_event;
