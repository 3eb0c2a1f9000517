-- The whole table of transitions: tickets are assigned, taken over, transferred, declined, paused and taken up again.
INSERT INTO ticket_transition (event, from_state, to_state) VALUES
    ('DECLINE', 'OPEN', 'OPEN'),
    ('ASSIGN', 'OPEN', 'ASSIGNED'),
    ('ASSIGN', 'ASSIGNED', 'ASSIGNED'),
    ('ASSIGN', 'PENDING', 'ASSIGNED'),
    ('ASSIGN', 'ON_HOLD', 'ASSIGNED'),
    ('TAKE_OVER', 'OPEN', 'ASSIGNED'),
    ('TAKE_OVER', 'ASSIGNED', 'ASSIGNED'),
    ('TAKE_OVER', 'PENDING', 'ASSIGNED'),
    ('TAKE_OVER', 'ON_HOLD', 'ASSIGNED'),
    ('TRANSFER', 'ASSIGNED', 'ASSIGNED'),
    ('ASK_BACK', 'ASSIGNED', 'PENDING'),
    ('ANSWER', 'PENDING', 'ASSIGNED'),
    ('REMIND', 'PENDING', 'PENDING'),
    ('NO_ANSWER', 'PENDING', 'CLOSED'),
    ('HOLD', 'ASSIGNED', 'ON_HOLD'),
    ('RESUME', 'ON_HOLD', 'ASSIGNED'),
    ('FOLLOW_UP', 'CLOSED', 'ASSIGNED'),
    ('FOLLOW_UP', 'CLOSED', 'OPEN'),
    ('CANCEL', 'PENDING', 'CANCELLED'),
    ('CANCEL', 'ON_HOLD', 'CANCELLED');

ALTER TABLE ticket
    ADD COLUMN leased_at  timestamptz,
    -- When the system acts: PENDING reminds or closes, ON_HOLD resumes, SOLVED is assumed to have worked.
    ADD COLUMN due_at     timestamptz,
    ADD COLUMN reminders  integer NOT NULL DEFAULT 0,
    ADD COLUMN follows_id uuid,
    ADD CONSTRAINT ticket_follows_fk FOREIGN KEY (follows_id) REFERENCES ticket (id),
    ADD CONSTRAINT ticket_reminders_ck CHECK (reminders >= 0);
CREATE INDEX ticket_due_ix ON ticket (due_at) WHERE state IN ('PENDING', 'ON_HOLD', 'SOLVED');
CREATE INDEX ticket_owner_ix ON ticket (owner_id, state);
UPDATE ticket SET leased_at = lease_until - interval '4 hours' WHERE lease_until IS NOT NULL;
UPDATE ticket SET due_at = replied_at + interval '216 hours' WHERE state = 'SOLVED';

ALTER TABLE ticket_offer
    ADD COLUMN declined_at    timestamptz,
    ADD COLUMN decline_reason text;

-- Who owned the ticket after the event. Earlier events tell it by their actor; the append-only rule sleeps for that.
ALTER TABLE ticket_event ADD COLUMN owner_id uuid;
ALTER TABLE ticket_event DISABLE TRIGGER ticket_event_append_only_tg;
UPDATE ticket_event SET owner_id = CAST(substring(actor FROM 9) AS uuid)
WHERE event IN ('CLAIM', 'REPLY', 'UNDO') AND actor LIKE 'account:%';
ALTER TABLE ticket_event ENABLE TRIGGER ticket_event_append_only_tg;

-- A row of the journal is a row of the table.
CREATE FUNCTION ticket_event_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM ticket_transition t
        WHERE t.event = NEW.event AND t.from_state IS NOT DISTINCT FROM NEW.from_state AND t.to_state = NEW.to_state) THEN
        RAISE EXCEPTION 'event % does not lead from % to %', NEW.event, NEW.from_state, NEW.to_state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_event_transition_ck';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ticket_event_transition_tg BEFORE INSERT ON ticket_event
    FOR EACH ROW EXECUTE FUNCTION ticket_event_guard();

-- Emptying the journal is no way around the rule that it is only added to.
CREATE TRIGGER ticket_event_no_truncate_tg BEFORE TRUNCATE ON ticket_event
    FOR EACH STATEMENT EXECUTE FUNCTION ticket_event_is_append_only();

-- An owner changes only under a new epoch, and an epoch counts by one: whoever held it before writes under a stale one.
CREATE FUNCTION ticket_guard_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.epoch > OLD.epoch + 1 THEN
        RAISE EXCEPTION 'the epoch of a ticket rises by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_epoch_ck';
    END IF;
    IF NEW.owner_id IS DISTINCT FROM OLD.owner_id AND NEW.epoch = OLD.epoch THEN
        RAISE EXCEPTION 'the owner of a ticket changes under a new epoch'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_owner_epoch_ck';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ticket_epoch_tg BEFORE UPDATE ON ticket
    FOR EACH ROW EXECUTE FUNCTION ticket_guard_epoch();

-- At commit the newest event of a ticket tells where it stands: no move without its row in the journal.
CREATE FUNCTION ticket_is_journalled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stands record;
    told   record;
BEGIN
    SELECT state, epoch, owner_id INTO stands FROM ticket WHERE id = NEW.id;
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT to_state, epoch, owner_id INTO told FROM ticket_event WHERE ticket_id = NEW.id ORDER BY seq DESC LIMIT 1;
    IF NOT FOUND OR told.to_state <> stands.state OR told.epoch <> stands.epoch
       OR told.owner_id IS DISTINCT FROM stands.owner_id THEN
        RAISE EXCEPTION 'ticket % was moved without an event', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ticket_journalled_ck';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ticket_journalled_tg AFTER INSERT OR UPDATE OF state, epoch, owner_id ON ticket
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ticket_is_journalled();

-- Whoever may hold fewer or more tickets than the setting says.
CREATE TABLE craftsman_limit (
    account_id   uuid    NOT NULL,
    held_at_most integer NOT NULL,
    CONSTRAINT craftsman_limit_pk PRIMARY KEY (account_id),
    CONSTRAINT craftsman_limit_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT craftsman_limit_held_ck CHECK (held_at_most >= 0)
);
