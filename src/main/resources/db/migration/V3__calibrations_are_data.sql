-- Coefficients of the confidence judge, each fit a numbered row; the newest active one judges.
CREATE TABLE calibration (
    version       integer     NOT NULL GENERATED ALWAYS AS IDENTITY,
    name          text        NOT NULL,
    coefficients  jsonb       NOT NULL,
    alpha         numeric     NOT NULL,
    fitted_on     text        NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT calibration_pk PRIMARY KEY (version),
    CONSTRAINT calibration_name_uq UNIQUE (name),
    CONSTRAINT calibration_alpha_ck CHECK (alpha > 0 AND alpha < 1)
);
