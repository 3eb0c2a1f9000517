-- When a craftsman is not at work: he is offered nothing then, and what he holds goes back.
CREATE TABLE craftsman_absence (
    id         uuid        NOT NULL,
    account_id uuid        NOT NULL,
    from_at    timestamptz NOT NULL,
    until_at   timestamptz NOT NULL,
    note       text,
    created_at timestamptz NOT NULL,
    CONSTRAINT craftsman_absence_pk PRIMARY KEY (id),
    CONSTRAINT craftsman_absence_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT craftsman_absence_period_ck CHECK (from_at < until_at)
);
CREATE INDEX craftsman_absence_account_ix ON craftsman_absence (account_id, until_at);
