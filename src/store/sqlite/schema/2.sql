-- Letters. What a context owes a letter, its duty, is an instance of `CONTEXT/TOPIC`: its key is the letter's id,
-- and its data the letter with the way that led to it.

ALTER TABLE instance ADD COLUMN duty INTEGER;      -- 1, if it is one
ALTER TABLE instance ADD COLUMN deadline INTEGER;  -- of a duty, until somebody is told that it was not done
ALTER TABLE instance ADD COLUMN overdue INTEGER;   -- of a duty, 1 if its deadline has passed
ALTER TABLE line ADD COLUMN deadline INTEGER;
ALTER TABLE line ADD COLUMN overdue INTEGER;

-- What is still owed to letters.
CREATE INDEX instance_owed ON instance (id) WHERE duty AND phase < 4;

-- What has not ended.
CREATE INDEX instance_open ON instance (id) WHERE phase < 4;

-- Which versions of which processes an owner serves, as JSON.
ALTER TABLE lane ADD COLUMN serves TEXT NOT NULL DEFAULT '[]';

-- Where every instance stands, but for duties.
DROP VIEW process_now;
CREATE VIEW process_now AS SELECT
  lower(hex(i.id)) AS instance, p.name AS process, d.version, i.key, i.step, ph.name AS phase,
  i.parked, i.held, i.rehearsal, i.attempt, datetime(i.due / 1000.0, 'unixepoch', 'subsec') AS due, i.reason,
  i.seq AS lines, datetime(i.changed / 1000.0, 'unixepoch', 'subsec') AS changed
FROM instance i
  JOIN process p ON p.id = i.process
  JOIN definition d ON d.id = i.definition
  JOIN phase ph ON ph.id = i.phase
WHERE i.duty IS NULL;

-- What each context owes each letter, or owed it.
CREATE VIEW duty AS SELECT
  lower(hex(i.id)) AS instance, trim(i.key, '"') AS letter, substr(p.name, 1, instr(p.name, '/') - 1) AS context,
  substr(p.name, instr(p.name, '/') + 1) AS topic, i.data -> '$.letter.key' AS key,
  i.data ->> '$.letter.sender' AS sender,
  CASE
    WHEN i.phase = 4 THEN 'acked'
    WHEN i.phase > 4 THEN 'nacked'
    WHEN i.parked THEN 'quarantined'
    WHEN i.overdue THEN 'overdue'
    ELSE 'open'
  END AS state,
  i.overdue, i.held, i.rehearsal, i.attempt, datetime(i.due / 1000.0, 'unixepoch', 'subsec') AS due,
  datetime(i.deadline / 1000.0, 'unixepoch', 'subsec') AS deadline, i.reason,
  datetime(i.changed / 1000.0, 'unixepoch', 'subsec') AS changed
FROM instance i
  JOIN process p ON p.id = i.process
WHERE i.duty;

-- Letters that stay until a person acts.
CREATE VIEW dead_letter AS SELECT * FROM duty WHERE state = 'quarantined';

-- How many letters each context got of each topic, and what became of them.
CREATE VIEW mail AS SELECT
  context, topic, count(*) AS letters, sum(state = 'acked') AS acked, sum(state = 'nacked') AS nacked,
  sum(state = 'quarantined') AS quarantined, sum(state = 'overdue') AS overdue, sum(state = 'open') AS open
FROM duty GROUP BY context, topic;
