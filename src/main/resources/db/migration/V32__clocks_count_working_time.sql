-- How much working time each step of a ticket may take. Rows without an enterprise are the defaults.
CREATE TABLE clock_policy (
    enterprise_id uuid,
    priority      text   NOT NULL,
    clock         text   NOT NULL,
    allowed_s     bigint NOT NULL,
    warn_before_s bigint NOT NULL,
    CONSTRAINT clock_policy_uq UNIQUE NULLS NOT DISTINCT (enterprise_id, priority, clock),
    CONSTRAINT clock_policy_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT clock_policy_priority_ck CHECK (priority IN ('NORMAL', 'URGENT')),
    CONSTRAINT clock_policy_clock_ck CHECK (clock IN ('CLAIM', 'FIRST_REPLY', 'NEXT_REPLY', 'RESOLUTION', 'CONFIRMATION')),
    CONSTRAINT clock_policy_allowed_ck CHECK (allowed_s > 0 AND warn_before_s >= 0 AND warn_before_s < allowed_s)
);
INSERT INTO clock_policy (priority, clock, allowed_s, warn_before_s) VALUES
    ('NORMAL', 'CLAIM', 14400, 3600),
    ('NORMAL', 'FIRST_REPLY', 28800, 7200),
    ('NORMAL', 'NEXT_REPLY', 28800, 7200),
    ('NORMAL', 'RESOLUTION', 144000, 28800),
    ('NORMAL', 'CONFIRMATION', 259200, 57600),
    ('URGENT', 'CLAIM', 3600, 900),
    ('URGENT', 'FIRST_REPLY', 7200, 1800),
    ('URGENT', 'NEXT_REPLY', 7200, 1800),
    ('URGENT', 'RESOLUTION', 57600, 14400),
    ('URGENT', 'CONFIRMATION', 259200, 57600);

ALTER TABLE ticket
    ADD COLUMN priority text NOT NULL DEFAULT 'NORMAL',
    ADD CONSTRAINT ticket_priority_ck CHECK (priority IN ('NORMAL', 'URGENT'));

-- One row per clock that ever ran. It runs, is paused (neither runs nor has stopped), or has stopped.
CREATE TABLE ticket_clock (
    ticket_id     uuid   NOT NULL,
    clock         text   NOT NULL,
    allowed_s     bigint NOT NULL,
    warn_before_s bigint NOT NULL,
    -- Working time until running_since, in microseconds.
    used_us       bigint NOT NULL DEFAULT 0,
    running_since timestamptz,
    stopped_at    timestamptz,
    warned_at     timestamptz,
    breached_at   timestamptz,
    -- When its time is over; null unless it runs.
    due_at        timestamptz,
    -- When the system has to look at it: to warn, or because its time is over.
    acts_at       timestamptz,
    CONSTRAINT ticket_clock_pk PRIMARY KEY (ticket_id, clock),
    CONSTRAINT ticket_clock_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ticket_clock_clock_ck CHECK (clock IN ('CLAIM', 'FIRST_REPLY', 'NEXT_REPLY', 'RESOLUTION', 'CONFIRMATION')),
    CONSTRAINT ticket_clock_used_ck CHECK (used_us >= 0),
    CONSTRAINT ticket_clock_runs_ck CHECK (running_since IS NULL OR stopped_at IS NULL),
    CONSTRAINT ticket_clock_acts_ck CHECK (running_since IS NOT NULL OR (due_at IS NULL AND acts_at IS NULL))
);
CREATE INDEX ticket_clock_acts_ix ON ticket_clock (acts_at) WHERE acts_at IS NOT NULL;

-- Tickets that wait already start to be counted now; the calendar is Java's, so the first look computes their times.
INSERT INTO ticket_clock (ticket_id, clock, allowed_s, warn_before_s, running_since, acts_at)
SELECT t.id, p.clock, p.allowed_s, p.warn_before_s, now(), now()
FROM ticket t JOIN clock_policy p ON p.priority = 'NORMAL' AND p.enterprise_id IS NULL
WHERE (t.state = 'OPEN' AND p.clock IN ('CLAIM', 'FIRST_REPLY', 'RESOLUTION'))
   OR (t.state = 'ASSIGNED' AND p.clock IN ('FIRST_REPLY', 'RESOLUTION'));

INSERT INTO ticket_transition (event, from_state, to_state) VALUES
    ('WARN', 'OPEN', 'OPEN'),
    ('WARN', 'ASSIGNED', 'ASSIGNED'),
    ('WARN', 'SOLVED', 'SOLVED'),
    ('BREACH', 'OPEN', 'OPEN'),
    ('BREACH', 'ASSIGNED', 'ASSIGNED'),
    ('PRIORITISE', 'OPEN', 'OPEN'),
    ('PRIORITISE', 'ASSIGNED', 'ASSIGNED'),
    ('PRIORITISE', 'PENDING', 'PENDING'),
    ('PRIORITISE', 'ON_HOLD', 'ON_HOLD');
