-- Where an account is reached outside the pages, and by what. No row: nowhere.
CREATE TABLE delivery_preference (
    account_id    uuid        NOT NULL,
    email         text,
    phone         text,
    language      text        NOT NULL,
    -- Outside working time messages wait for its next beginning.
    working_hours boolean     NOT NULL,
    -- Entries such as "ticket.replied EMAIL"; null means what is usual for the role.
    choices       text[],
    updated_at    timestamptz NOT NULL,
    CONSTRAINT delivery_preference_pk PRIMARY KEY (account_id),
    CONSTRAINT delivery_preference_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT delivery_preference_language_ck CHECK (language IN ('zh', 'en'))
);
