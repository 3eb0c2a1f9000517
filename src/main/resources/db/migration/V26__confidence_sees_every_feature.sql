-- The prior for every signal of a search, each measured against what questions come to whose answer is hidden:
-- logistic regression over five question sets and the golden questions. docs/experiments.md tells how, and how well it
-- does on each set when it was fitted on the others.
INSERT INTO calibration (name, coefficients, alpha, fitted_on) VALUES
    ('prior-3',
'{"intercept": -2.644, "threshold": 0.78,
 "weights": {"above": 0.2449, "above*above": 0.0054, "above*agreement": -0.1091, "above*cosine": -0.5766,
   "above*coverage": 0.2701, "above*heaviest_missing": 0.6439, "above*lexical": 0.0507, "above*margin": 0.1747,
   "above*narrow": 0.3428, "above*outlier": -0.0363, "above*score": 0.2184, "agreement": 0.3102,
   "agreement*agreement": 0.0143, "agreement*cosine": 0.1708, "agreement*coverage": 0.2301,
   "agreement*heaviest_missing": -0.1155, "agreement*lexical": -0.1809, "agreement*margin": -0.3316,
   "agreement*narrow": -0.2605, "agreement*outlier": -0.1081, "agreement*score": 0.239, "cosine": 0.5009, "counted":
   0.186, "coverage": -0.1425, "elsewhere": 0.0506, "even": 0.1374, "gap": -0.0812, "gap_cosine": 0.1941,
   "gap_lexical": 0.1585, "heaviest_missing": -0.3999, "length": -0.0662, "lexical": -0.3642, "margin": 0.1613,
   "margin*margin": 0.1302, "margin*narrow": -0.0819, "margin*outlier": 0.1199, "margin*score": 0.0631,
   "names_missing": 0.0372, "narrow": 0.2407, "narrow*narrow": 0.6503, "narrow*outlier": -0.189, "narrow*score":
   0.0108, "nearby": -0.019, "one_sentence": 0.1755, "outlier": 0.6846, "outlier*outlier": 0.2178, "outlier*score":
   -0.1743, "quantities_missing": -0.4398, "rivals": -0.4892, "score": 0.2974, "score*score": -0.1065, "weakest":
   -0.37, "window": -0.2044, "words": 0.1154},
 "background": {"above": 0.0707, "agreement": 0.4204, "cosine": 0.4753, "counted": 0.3456, "coverage": 0.2976,
   "elsewhere": 0.0204, "even": 0.4979, "gap": 0.0246, "gap_cosine": -0.0216, "gap_lexical": -0.0057,
   "heaviest_missing": 0.1516, "length": 5.8582, "lexical": 0.1523, "margin": 0.056, "names_missing": 0.3199,
   "narrow": 0.4617, "nearby": 0.2788, "one_sentence": 0.2422, "outlier": 2.2499, "quantities_missing": 0.2598,
   "rivals": 1.3365, "score": 0.4207, "weakest": 0.3174, "window": 0.5011, "words": 2.4769},
 "scales": {"above": 0.1168, "above*above": 0.03706, "above*agreement": 0.06361, "above*cosine": 0.02755,
   "above*coverage": 0.07928, "above*heaviest_missing": 0.01932, "above*lexical": 0.05187, "above*margin": 0.04373,
   "above*narrow": 0.03313, "above*outlier": 1.039, "above*score": 0.03779, "agreement": 0.2958,
   "agreement*agreement": 0.1283, "agreement*cosine": 0.06036, "agreement*coverage": 0.1496,
   "agreement*heaviest_missing": 0.04517, "agreement*lexical": 0.09508, "agreement*margin": 0.07806,
   "agreement*narrow": 0.06286, "agreement*outlier": 1.834, "agreement*score": 0.06937, "cosine": 0.1323, "counted":
   0.2636, "coverage": 0.2825, "elsewhere": 0.2541, "even": 0.1005, "gap": 0.1066, "gap_cosine": 0.09787,
   "gap_lexical": 0.1505, "heaviest_missing": 0.1187, "length": 0.4254, "lexical": 0.1744, "margin": 0.1502,
   "margin*margin": 0.05692, "margin*narrow": 0.03902, "margin*outlier": 1.407, "margin*score": 0.04413,
   "names_missing": 0.3005, "narrow": 0.1127, "narrow*narrow": 0.03412, "narrow*outlier": 0.9063, "narrow*score":
   0.03574, "nearby": 0.2787, "one_sentence": 0.2832, "outlier": 3.409, "outlier*outlier": 39.5, "outlier*score":
   1.033, "quantities_missing": 0.2025, "rivals": 0.7259, "score": 0.123, "score*score": 0.04091, "weakest": 0.1295,
   "window": 0.1085, "words": 0.3847}}',
     0.10,
     '4,000 questions: masked msdocs, cmrc, drcd and squad, squad with its unanswerable questions, golden questions of the starter knowledge base');
