-- Signals of answered questions of which somebody said whether the answer was right. Signals mean something only under
-- the shipped calibration that named them.
CREATE TABLE judged_signals (
    subject    text        NOT NULL,
    origin     text        NOT NULL,
    basis      integer     NOT NULL,
    signals    jsonb       NOT NULL,
    correct    boolean     NOT NULL,
    judged_at  timestamptz NOT NULL,
    CONSTRAINT judged_signals_pk PRIMARY KEY (subject, origin),
    CONSTRAINT judged_signals_origin_ck CHECK (origin IN ('ASKER', 'AUDIT')),
    CONSTRAINT judged_signals_basis_fk FOREIGN KEY (basis) REFERENCES calibration (version)
);
CREATE INDEX judged_signals_recent_ix ON judged_signals (judged_at DESC);

-- One row: which node fits, and until when the others leave it alone. A killed one loses it by the clock.
CREATE TABLE calibration_lease (
    singleton    boolean     NOT NULL DEFAULT true,
    leased_until timestamptz NOT NULL,
    CONSTRAINT calibration_lease_pk PRIMARY KEY (singleton),
    CONSTRAINT calibration_lease_singleton_ck CHECK (singleton)
);
INSERT INTO calibration_lease (leased_until) VALUES ('-infinity');
