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

-- The shipped prior; what it was fitted on is told in docs/experiments.md.
INSERT INTO calibration (name, coefficients, alpha, fitted_on) VALUES
    ('prior-1',
     '{"intercept": -9.0, "weights": {"cosine": 8.0, "lexical": 3.0, "coverage": 5.0, "rarest": 0.5, "margin": 1.0, "agreement": 0.5}, "threshold": 0.5}',
     0.10, 'set by hand');
