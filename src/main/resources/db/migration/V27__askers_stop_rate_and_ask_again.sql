-- A turn that its asker stopped is stored as such; one that was asked again names the earlier one, which has one successor.
ALTER TABLE turn DROP CONSTRAINT turn_outcome_ck;
ALTER TABLE turn ADD CONSTRAINT turn_outcome_ck CHECK (outcome IN ('ANSWERED', 'ESCALATED', 'JOINED', 'FORWARDED', 'NEEDS_DETAIL', 'SMALL_TALK', 'OUT_OF_SCOPE', 'STOPPED'));
ALTER TABLE turn ADD COLUMN regenerates uuid;
ALTER TABLE turn ADD CONSTRAINT turn_regenerates_fk FOREIGN KEY (regenerates) REFERENCES turn (id);
ALTER TABLE turn ADD CONSTRAINT turn_regenerates_uq UNIQUE (regenerates);

-- A turn while it is made: what can still be stopped. A row left by a killed service stops nothing.
CREATE TABLE turn_in_progress (
    turn_id         uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    started_at      timestamptz NOT NULL,
    stopped         boolean     NOT NULL DEFAULT false,
    CONSTRAINT turn_in_progress_pk PRIMARY KEY (turn_id),
    CONSTRAINT turn_in_progress_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
CREATE INDEX turn_in_progress_conversation_ix ON turn_in_progress (conversation_id);

-- What the asker of a thread thinks of an answer: one opinion, which he may change.
CREATE TABLE turn_feedback (
    turn_id  uuid        NOT NULL,
    helpful  boolean     NOT NULL,
    reason   text,
    given_at timestamptz NOT NULL,
    CONSTRAINT turn_feedback_pk PRIMARY KEY (turn_id),
    CONSTRAINT turn_feedback_turn_fk FOREIGN KEY (turn_id) REFERENCES turn (id),
    CONSTRAINT turn_feedback_reason_ck CHECK (length(reason) BETWEEN 1 AND 500)
);

-- How a turn was made, for curators: never the words of the asker.
CREATE TABLE turn_making (
    turn_id        uuid    NOT NULL,
    verdict        text,
    prompt         text,
    model          text,
    passages       jsonb   NOT NULL,
    tokens_in      integer,
    tokens_out     integer,
    latency_millis bigint  NOT NULL,
    CONSTRAINT turn_making_pk PRIMARY KEY (turn_id),
    CONSTRAINT turn_making_turn_fk FOREIGN KEY (turn_id) REFERENCES turn (id),
    CONSTRAINT turn_making_tokens_ck CHECK (tokens_in >= 0 AND tokens_out >= 0),
    CONSTRAINT turn_making_latency_ck CHECK (latency_millis >= 0)
);
