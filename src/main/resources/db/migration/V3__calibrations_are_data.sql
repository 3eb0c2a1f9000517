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

-- The shipped prior: logistic regression, coefficients rounded, provisional until the service fits its own.
INSERT INTO calibration (name, coefficients, alpha, fitted_on) VALUES
    ('prior-1',
     '{"intercept": -8.2, "weights": {"cosine": 3.7, "lexical": 3.7, "coverage": 4.6, "margin": 6.0, "agreement": 0.8}, "threshold": 0.55}',
     0.10,
     '136 questions about the starter knowledge base (65 answerable) and 270 masked questions of two public reading sets');
