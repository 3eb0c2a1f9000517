-- A reply that its craftsman sent on to a ticket of another enterprise about the same problem; once for each pair.
CREATE TABLE ticket_fan_out (
    source_id    uuid        NOT NULL,
    recipient_id uuid        NOT NULL,
    sender_id    uuid        NOT NULL,
    at           timestamptz NOT NULL,
    CONSTRAINT ticket_fan_out_pk PRIMARY KEY (source_id, recipient_id),
    CONSTRAINT ticket_fan_out_source_fk FOREIGN KEY (source_id) REFERENCES ticket (id),
    CONSTRAINT ticket_fan_out_recipient_fk FOREIGN KEY (recipient_id) REFERENCES ticket (id),
    CONSTRAINT ticket_fan_out_sender_fk FOREIGN KEY (sender_id) REFERENCES account (id),
    CONSTRAINT ticket_fan_out_other_ck CHECK (source_id <> recipient_id)
);
CREATE INDEX ticket_fan_out_recipient_ix ON ticket_fan_out (recipient_id);

-- What is confidential is passed on to nobody, whatever the code believes.
CREATE FUNCTION ticket_fan_out_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM ticket t WHERE t.id IN (NEW.source_id, NEW.recipient_id) AND t.confidential) THEN
        RAISE EXCEPTION 'a confidential ticket is linked to no other'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_fan_out_confidential_ck';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ticket_fan_out_confidential_tg BEFORE INSERT OR UPDATE ON ticket_fan_out
    FOR EACH ROW EXECUTE FUNCTION ticket_fan_out_guard();
