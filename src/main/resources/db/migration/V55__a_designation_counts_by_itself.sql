-- A standard or model that is named among common words says which article is meant: its share counts on top of the others.
INSERT INTO ranking (name, weights, fitted_on, shipped) VALUES
    ('prior-2',
     '{"ZH": {"LEXICAL": 1.0, "COSINE": 3.0, "WINDOW": 3.3, "NEARBY": 1.0, "IN_ORDER": 0.3, "DESIGNATION": 0.6, "CROSS": 17.0},
       "EN": {"LEXICAL": 1.0, "SENTENCE": 2.0, "WINDOW": 4.0, "NEARBY": 0.5, "IN_ORDER": 0.3, "DESIGNATION": 0.6, "CROSS": 16.0}}',
     'five public question sets, see docs/experiments.md',
     TRUE);
