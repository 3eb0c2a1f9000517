-- A fit says how much it was made from and what it brought; those that came with a release are where a fit starts from.
ALTER TABLE ranking
    ADD COLUMN figures jsonb   NOT NULL DEFAULT '{}',
    ADD COLUMN shipped boolean NOT NULL DEFAULT FALSE;
UPDATE ranking SET shipped = TRUE;

-- Fits that were asked for, and what became of them. A row that says RUNNING without the advisory lock held was killed.
CREATE TABLE calibration_run (
    id          uuid        NOT NULL,
    part        text        NOT NULL,
    state       text        NOT NULL,
    results     jsonb       NOT NULL DEFAULT '[]',
    message     text,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT calibration_run_pk PRIMARY KEY (id),
    CONSTRAINT calibration_run_state_ck CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    CONSTRAINT calibration_run_finished_ck CHECK ((state = 'RUNNING') = (finished_at IS NULL))
);
