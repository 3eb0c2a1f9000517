-- What craftsmen say they can do, what they did, and what they said is not theirs. Trades and region stay with the account.
CREATE TABLE craftsman_profile (
    account_id uuid        NOT NULL,
    processes  text[]      NOT NULL DEFAULT '{}',
    equipment  text[]      NOT NULL DEFAULT '{}',
    materials  text[]      NOT NULL DEFAULT '{}',
    titles     text[]      NOT NULL DEFAULT '{}',
    languages  text[]      NOT NULL DEFAULT '{}',
    capacity   integer,
    available  boolean     NOT NULL DEFAULT true,
    visits     boolean     NOT NULL DEFAULT false,
    updated_at timestamptz NOT NULL,
    CONSTRAINT craftsman_profile_pk PRIMARY KEY (account_id),
    CONSTRAINT craftsman_profile_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT craftsman_profile_capacity_ck CHECK (capacity BETWEEN 0 AND 1000)
);

-- A question that a craftsman's reply solved, confirmed by who asked it. Of a confidential one only the count is kept.
CREATE TABLE craftsman_solved (
    ticket_id  uuid        NOT NULL,
    account_id uuid        NOT NULL,
    question   text,
    rating     integer,
    at         timestamptz NOT NULL,
    CONSTRAINT craftsman_solved_pk PRIMARY KEY (ticket_id),
    CONSTRAINT craftsman_solved_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT craftsman_solved_rating_ck CHECK (rating BETWEEN 1 AND 5)
);
CREATE INDEX craftsman_solved_account_ix ON craftsman_solved (account_id, at);

-- "Not my trade": by ticket and trade, so that saying it again counts once.
CREATE TABLE craftsman_declined (
    ticket_id  uuid        NOT NULL,
    account_id uuid        NOT NULL,
    trade      text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT craftsman_declined_pk PRIMARY KEY (ticket_id, account_id, trade),
    CONSTRAINT craftsman_declined_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX craftsman_declined_account_ix ON craftsman_declined (account_id);
CREATE INDEX ticket_offer_at_ix ON ticket_offer (at);
