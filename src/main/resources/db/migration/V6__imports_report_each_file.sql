-- Files that curators load, and the outcome of each.
CREATE TABLE import_job (
    id            uuid        NOT NULL,
    state         text        NOT NULL,
    created_by    uuid        NOT NULL,
    author        text        NOT NULL,
    kind          text,
    enterprise_id uuid,
    dry_run       boolean     NOT NULL,
    files         integer     NOT NULL,
    failure       text,
    created_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    CONSTRAINT import_job_pk PRIMARY KEY (id),
    CONSTRAINT import_job_account_fk FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT import_job_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT import_job_state_ck CHECK (state IN ('QUEUED', 'RUNNING', 'PAUSED', 'DONE', 'FAILED', 'CANCELLED'))
);

CREATE INDEX import_job_waiting_ix ON import_job (created_at) WHERE state IN ('QUEUED', 'RUNNING');

-- A file waits here until its row is written; one that is too large comes without its content.
CREATE TABLE import_file (
    job_id  uuid    NOT NULL,
    ordinal integer NOT NULL,
    name    text    NOT NULL,
    size    bigint  NOT NULL,
    content bytea,
    CONSTRAINT import_file_pk PRIMARY KEY (job_id, ordinal),
    CONSTRAINT import_file_job_fk FOREIGN KEY (job_id) REFERENCES import_job (id)
);

CREATE TABLE import_row (
    job_id     uuid    NOT NULL,
    ordinal    integer NOT NULL,
    file       text    NOT NULL,
    entry      text,
    row_number integer,
    page       integer,
    outcome    text    NOT NULL,
    code       text,
    reason     text,
    article_id text,
    CONSTRAINT import_row_pk PRIMARY KEY (job_id, ordinal),
    CONSTRAINT import_row_job_fk FOREIGN KEY (job_id) REFERENCES import_job (id),
    CONSTRAINT import_row_outcome_ck CHECK (outcome IN ('CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'FAILED'))
);
