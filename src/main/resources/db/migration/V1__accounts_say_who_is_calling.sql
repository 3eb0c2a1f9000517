-- Who is calling: regions, enterprises, accounts, sites, visitors and the tokens that prove it.
CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE region (
    code    text NOT NULL,
    kind    text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT region_pk PRIMARY KEY (code),
    CONSTRAINT region_kind_ck CHECK (kind IN ('AREA', 'INDUSTRY'))
);

CREATE TABLE enterprise (
    id            uuid        NOT NULL,
    name          text        NOT NULL,
    industry_code text,
    region        text,
    size          text,
    specialised   boolean     NOT NULL DEFAULT false,
    equipment     text,
    created_at    timestamptz NOT NULL,
    CONSTRAINT enterprise_pk PRIMARY KEY (id),
    CONSTRAINT enterprise_region_fk FOREIGN KEY (region) REFERENCES region (code),
    CONSTRAINT enterprise_size_ck CHECK (size IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE'))
);

CREATE TABLE account (
    id            uuid        NOT NULL,
    login         text        NOT NULL,
    password_hash text,
    display_name  text        NOT NULL,
    role          text        NOT NULL,
    enterprise_id uuid,
    region        text,
    trades        text[]      NOT NULL DEFAULT '{}',
    demo          boolean     NOT NULL DEFAULT false,
    disabled      boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_login_uq UNIQUE (login),
    CONSTRAINT account_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT account_region_fk FOREIGN KEY (region) REFERENCES region (code),
    CONSTRAINT account_role_ck CHECK (role IN ('ASKER', 'CRAFTSMAN', 'CURATOR', 'DISPATCHER', 'ADMINISTRATOR', 'OPERATOR'))
);

CREATE TABLE site (
    key           text        NOT NULL,
    name          text        NOT NULL,
    open          boolean     NOT NULL,
    enterprise_id uuid,
    region        text,
    origins       text[]      NOT NULL DEFAULT '{}',
    demo          boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    CONSTRAINT site_pk PRIMARY KEY (key),
    CONSTRAINT site_enterprise_fk FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT site_region_fk FOREIGN KEY (region) REFERENCES region (code),
    -- A site is bound to one enterprise, or open to everybody.
    CONSTRAINT site_open_or_bound_ck CHECK (open = (enterprise_id IS NULL))
);

CREATE TABLE visitor (
    id         uuid        NOT NULL,
    site       text        NOT NULL,
    enterprise text,
    contact    text,
    consent_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT visitor_pk PRIMARY KEY (id),
    CONSTRAINT visitor_site_fk FOREIGN KEY (site) REFERENCES site (key),
    -- Who left a name and a contact agreed to it.
    CONSTRAINT visitor_consent_ck CHECK (contact IS NULL OR consent_at IS NOT NULL)
);

CREATE TABLE access_token (
    hash       bytea       NOT NULL,
    account_id uuid,
    visitor_id uuid,
    origin     text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT access_token_pk PRIMARY KEY (hash),
    CONSTRAINT access_token_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT access_token_visitor_fk FOREIGN KEY (visitor_id) REFERENCES visitor (id) ON DELETE CASCADE,
    CONSTRAINT access_token_holder_ck CHECK (num_nonnulls(account_id, visitor_id) = 1)
);
CREATE INDEX access_token_expires_ix ON access_token (expires_at);

CREATE TABLE rate_window (
    bucket     text        NOT NULL,
    started_at timestamptz NOT NULL,
    used       integer     NOT NULL,
    CONSTRAINT rate_window_pk PRIMARY KEY (bucket, started_at)
);

CREATE TABLE idempotent_request (
    caller     text        NOT NULL,
    key        text        NOT NULL,
    request    text        NOT NULL,
    status     integer,
    body       text,
    created_at timestamptz NOT NULL,
    CONSTRAINT idempotent_request_pk PRIMARY KEY (caller, key)
);
CREATE INDEX idempotent_request_created_ix ON idempotent_request (created_at);

-- The launcher's own verbs act under this account; it has no password, so nobody logs in as it.
INSERT INTO account (id, login, display_name, role, created_at)
VALUES ('00000000-0000-0000-0000-000000000001', 'operator', 'Operator', 'OPERATOR', now());
