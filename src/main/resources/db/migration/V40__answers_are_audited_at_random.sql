-- Audits of answered questions, drawn at random, and what they count for.

-- One row per configuration that answers; a lower threshold begins another one. docs/adr/0008 tells why.
CREATE TABLE audit_count (
    id            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    -- Models, prompts, retrieval; names and values.
    configuration jsonb       NOT NULL,
    -- Digest of the calibration without its threshold.
    fit           text        NOT NULL,
    alpha         double precision NOT NULL,
    -- The highest threshold so far: raising it goes on with the count.
    threshold     double precision NOT NULL,
    began_at      timestamptz NOT NULL,
    -- Everything settled since the count began, whatever its age.
    audited       integer     NOT NULL DEFAULT 0,
    errors        integer     NOT NULL DEFAULT 0,
    -- When the whole count first proved its error rate to be below alpha.
    proved_at     timestamptz,
    CONSTRAINT audit_count_pk PRIMARY KEY (id),
    CONSTRAINT audit_count_errors_ck CHECK (0 <= errors AND errors <= audited),
    CONSTRAINT audit_count_alpha_ck CHECK (alpha > 0 AND alpha < 1),
    CONSTRAINT audit_count_threshold_ck CHECK (threshold BETWEEN 0 AND 1)
);
CREATE INDEX audit_count_fit_ix ON audit_count (fit, id);

CREATE TABLE audit (
    id         uuid        NOT NULL,
    count_id   bigint      NOT NULL,
    turn_id    uuid        NOT NULL,
    -- Trade of the first article cited: its craftsmen are asked first.
    trade      text,
    threshold  double precision NOT NULL,
    drawn_at   timestamptz NOT NULL,
    outcome    text,
    settled_at timestamptz,
    CONSTRAINT audit_pk PRIMARY KEY (id),
    CONSTRAINT audit_count_fk FOREIGN KEY (count_id) REFERENCES audit_count (id),
    CONSTRAINT audit_turn_fk FOREIGN KEY (turn_id) REFERENCES turn (id),
    CONSTRAINT audit_turn_uq UNIQUE (turn_id),
    CONSTRAINT audit_outcome_ck CHECK (outcome IN ('RIGHT', 'WRONG', 'CANNOT_TELL')),
    CONSTRAINT audit_settled_ck CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX audit_count_ix ON audit (count_id, drawn_at);

-- The article versions that the answer cites: what an auditor must be allowed to read and must not have written.
CREATE TABLE audit_source (
    audit_id   uuid    NOT NULL,
    article_id text    NOT NULL,
    version    integer NOT NULL,
    CONSTRAINT audit_source_pk PRIMARY KEY (audit_id, article_id, version),
    CONSTRAINT audit_source_audit_fk FOREIGN KEY (audit_id) REFERENCES audit (id),
    CONSTRAINT audit_source_version_fk FOREIGN KEY (article_id, version) REFERENCES article_version (article_id, number)
);

-- At most two: who cannot tell leaves it to a second person.
CREATE TABLE audit_verdict (
    audit_id uuid        NOT NULL,
    opinion  integer     NOT NULL,
    auditor  uuid        NOT NULL,
    verdict  text        NOT NULL,
    reason   text,
    at       timestamptz NOT NULL,
    CONSTRAINT audit_verdict_pk PRIMARY KEY (audit_id, opinion),
    CONSTRAINT audit_verdict_audit_fk FOREIGN KEY (audit_id) REFERENCES audit (id),
    CONSTRAINT audit_verdict_auditor_fk FOREIGN KEY (auditor) REFERENCES account (id),
    CONSTRAINT audit_verdict_auditor_uq UNIQUE (audit_id, auditor),
    CONSTRAINT audit_verdict_opinion_ck CHECK (opinion IN (1, 2)),
    CONSTRAINT audit_verdict_verdict_ck CHECK (verdict IN ('RIGHT', 'WRONG', 'CANNOT_TELL'))
);

CREATE FUNCTION audit_verdict_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_verdict is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_verdict_append_only_ck';
END $$;
CREATE TRIGGER audit_verdict_append_only_tg BEFORE UPDATE OR DELETE ON audit_verdict
    FOR EACH ROW EXECUTE FUNCTION audit_verdict_is_append_only();

CREATE FUNCTION audit_is_settled_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.outcome IS NOT NULL THEN
        RAISE EXCEPTION 'this audit is settled' USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_settled_once_ck';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_settled_once_tg BEFORE UPDATE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_settled_once();
