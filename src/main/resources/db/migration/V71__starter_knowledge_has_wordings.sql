-- Every article of the starter knowledge now says which questions it answers. What was fitted on judged questions about it, with more
-- signals than before, judges it until passages, models or ranking have changed by a tenth or more (V47).
INSERT INTO calibration (name, coefficients, alpha, fitted_on, basis, state)
SELECT 'starter-2',
'{"intercept": -15.526, "threshold": 0.80,
 "weights": {"above": 3.791, "agreement": 0.538, "asks_number": -0.376, "cosine": 3.146, "coverage": -0.448, "elsewhere":
   -0.08, "even": 4.645, "gap_cosine": 1.228, "heaviest_missing": -2.865, "in_order": -0.49, "lexical": 3.056,
   "line": 0.939, "margin": 2.35, "names_missing": 0.713, "narrow": 3.874, "nearby": 1.835, "number_missing":
   2.165, "one_sentence": -0.768, "outlier": 0.049, "quantities_missing": -1.051, "rarest": -0.142, "score":
   3.371, "title": -2.85, "weakest": -0.937, "window": 3.72, "words": 2.158}}'::jsonb,
       0.10, '419 golden questions about the starter knowledge base (293 answerable)', g.version,
       jsonb_build_object('basis', g.version, 'passages', 1318,
                          'ranking', 'all-MiniLM-L6-v2, bge-small-zh-v1.5, ranking ' || (SELECT max(version) FROM ranking),
                          'verdicts', 0)
FROM calibration g
WHERE g.name = 'prior-3';
