-- What happened, in commit order, for those who may see it: tags such as account:ID, visitor:ID, role:CURATOR.
CREATE TABLE outbox_event (
    seq      bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    at       timestamptz NOT NULL,
    type     text        NOT NULL,
    subject  text        NOT NULL,
    data     jsonb       NOT NULL,
    audience text[]      NOT NULL,
    CONSTRAINT outbox_event_pk PRIMARY KEY (seq),
    CONSTRAINT outbox_event_audience_ck CHECK (cardinality(audience) > 0)
);
CREATE INDEX outbox_event_audience_ix ON outbox_event USING gin (audience);

CREATE FUNCTION outbox_event_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('jiangwen_outbox', '');
    RETURN NULL;
END $$;
CREATE TRIGGER outbox_event_wake_tg AFTER INSERT ON outbox_event
    FOR EACH STATEMENT EXECUTE FUNCTION outbox_event_wake();
