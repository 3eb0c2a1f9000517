-- Lists of problems that dispatchers bring along from enterprises; each row is asked in a thread of its own.
CREATE TABLE problem_list (
    id         uuid        NOT NULL,
    -- Of whoever loaded it; its dispatchers see the list. None is the region of those who look after all.
    region     text,
    created_by uuid        NOT NULL,
    name       text        NOT NULL,
    -- SHA-256 of the file: the same file is the same list.
    digest     text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT problem_list_pk PRIMARY KEY (id),
    CONSTRAINT problem_list_region_fk FOREIGN KEY (region) REFERENCES region (code),
    CONSTRAINT problem_list_account_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT problem_list_digest_uq UNIQUE NULLS NOT DISTINCT (region, digest)
);
CREATE INDEX problem_list_created_ix ON problem_list (created_at);

CREATE TABLE problem_row (
    list_id         uuid        NOT NULL,
    -- Where it stands in the file, as a spreadsheet counts.
    number          integer     NOT NULL,
    enterprise      text        NOT NULL,
    contact         text        NOT NULL,
    question        text        NOT NULL,
    enterprise_id   uuid,
    -- Whose thread it becomes: the contact's account, else that of whoever loaded the list.
    asker_id        uuid,
    -- Null as long as it waits.
    outcome         text,
    code            text,
    reason          text,
    conversation_id uuid,
    attempts        integer     NOT NULL DEFAULT 0,
    -- Whoever takes it has it so long; then another worker may.
    lease_until     timestamptz,
    CONSTRAINT problem_row_pk PRIMARY KEY (list_id, number),
    CONSTRAINT problem_row_list_fk FOREIGN KEY (list_id) REFERENCES problem_list (id),
    CONSTRAINT problem_row_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT problem_row_asker_fk FOREIGN KEY (asker_id) REFERENCES account (id),
    CONSTRAINT problem_row_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT problem_row_number_ck CHECK (number >= 1),
    -- What waits can be asked; what failed says why.
    CONSTRAINT problem_row_waiting_ck CHECK (outcome IS NOT NULL OR num_nonnulls(enterprise_id, asker_id) = 2),
    CONSTRAINT problem_row_failed_ck CHECK (outcome NOT IN ('FAILED', 'DUPLICATE') OR num_nonnulls(code, reason) = 2),
    CONSTRAINT problem_row_outcome_ck CHECK (outcome IN ('ANSWERED', 'ESCALATED', 'JOINED', 'FORWARDED', 'NEEDS_DETAIL',
        'SMALL_TALK', 'OUT_OF_SCOPE', 'STOPPED', 'DUPLICATE', 'FAILED'))
);
CREATE INDEX problem_row_waiting_ix ON problem_row (list_id, number) WHERE outcome IS NULL;
