-- The ranking changed what a score says, so the prior is fitted anew: logistic regression on the score of the first
-- passage, its margin to the next article, the share of the question's words it has and whether both legs agree. docs/experiments.md tells how.
INSERT INTO calibration (name, coefficients, alpha, fitted_on) VALUES
    ('prior-2',
     '{"intercept": -7.2, "weights": {"score": 13.0, "margin": 7.0, "coverage": 1.7, "agreement": 0.9}, "threshold": 0.65}',
     0.10,
     '419 golden questions about the starter knowledge base (293 answerable)');
