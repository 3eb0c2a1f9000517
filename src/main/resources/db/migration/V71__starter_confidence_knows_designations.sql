-- What was fitted on judged questions about the starter knowledge judges it with the ranking of V55 too: a designation counts
-- for some of its passages a little more, and its golden questions come out as before.
UPDATE calibration
SET state = jsonb_set(state, '{ranking}', to_jsonb('all-MiniLM-L6-v2, bge-small-zh-v1.5, ranking ' || (SELECT max(version) FROM ranking)))
WHERE name = 'starter-1'
  AND state ->> 'ranking' = 'all-MiniLM-L6-v2, bge-small-zh-v1.5, ranking '
      || (SELECT max(version) FROM ranking WHERE version < (SELECT version FROM ranking WHERE name = 'prior-2'));
