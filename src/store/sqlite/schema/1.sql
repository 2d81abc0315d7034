-- Times are milliseconds since 1970; ids are UUIDs as 16 bytes; numbers of kinds and phases are told by the
-- tables `line_kind` and `phase`. Read the views at the end: the tables may change, they do not.

-- Everybody who ever owned the store, each with a lane; the last is the owner, and its lane the epoch.
CREATE TABLE lane (
  id INTEGER PRIMARY KEY,
  incarnation BLOB NOT NULL,
  build TEXT NOT NULL,
  process_id INTEGER NOT NULL,
  joined INTEGER NOT NULL
) STRICT;

CREATE TABLE process (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE definition (
  id INTEGER PRIMARY KEY,
  process INTEGER NOT NULL REFERENCES process (id),
  version INTEGER NOT NULL,
  structure TEXT NOT NULL,
  shapes TEXT,
  UNIQUE (process, version)
) STRICT;

-- Where each instance stands.
CREATE TABLE instance (
  id BLOB PRIMARY KEY,
  process INTEGER NOT NULL,
  key TEXT,              -- as JSON
  definition INTEGER NOT NULL,
  rehearsal INTEGER NOT NULL,
  step TEXT,             -- NULL behind the last
  type TEXT NOT NULL,    -- of the data
  data TEXT NOT NULL,    -- as JSON
  phase INTEGER NOT NULL,
  parked INTEGER NOT NULL,
  held INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  due INTEGER,
  reason TEXT,
  record TEXT,           -- positions of lines, as JSON
  wake INTEGER,          -- when it goes on by itself, 0 for at once
  seq INTEGER NOT NULL,  -- how many lines it has
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX instance_key ON instance (key, process, rehearsal) WHERE key IS NOT NULL;
CREATE INDEX instance_wake ON instance (wake) WHERE wake IS NOT NULL;
CREATE INDEX instance_parked ON instance (process) WHERE parked;

-- What befell each instance and each lane.
CREATE TABLE line (
  position INTEGER PRIMARY KEY,
  lane INTEGER NOT NULL,
  n INTEGER NOT NULL,    -- of the commit in the lane
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  codec INTEGER NOT NULL,
  instance BLOB,
  seq INTEGER,           -- the how manieth line of the instance
  before INTEGER,        -- the position of the instance's line before
  definition INTEGER,
  rehearsal INTEGER,
  key TEXT,
  phase INTEGER,         -- where the instance stands after the line
  parked INTEGER,
  held INTEGER,
  attempt INTEGER,
  due INTEGER,
  reason TEXT,
  record TEXT,
  step TEXT,             -- that the line is about
  command BLOB,
  trace BLOB,
  effect INTEGER,
  next TEXT,             -- the state after the line, if it changed
  type TEXT,
  data TEXT,
  payload TEXT,
  leaf BLOB NOT NULL,
  seal BLOB              -- on the last line of a commit
) STRICT;

-- What everybody but the owner wants done.
CREATE TABLE inbox (
  place INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  command TEXT NOT NULL, -- as JSON
  outcome INTEGER        -- the position of the line that says with what outcome
) STRICT;

CREATE INDEX inbox_pending ON inbox (place) WHERE outcome IS NULL;

-- What is written stays.
CREATE TRIGGER line_stays BEFORE UPDATE ON line BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER line_remains BEFORE DELETE ON line BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER lane_stays BEFORE UPDATE ON lane BEGIN SELECT raise(ABORT, 'lanes are append-only'); END;
CREATE TRIGGER lane_remains BEFORE DELETE ON lane BEGIN SELECT raise(ABORT, 'lanes are append-only'); END;
CREATE TRIGGER definition_stays BEFORE UPDATE ON definition
  BEGIN SELECT raise(ABORT, 'definitions are append-only'); END;
CREATE TRIGGER definition_remains BEFORE DELETE ON definition
  BEGIN SELECT raise(ABORT, 'definitions are append-only'); END;
CREATE TRIGGER inbox_stays BEFORE UPDATE ON inbox
  WHEN OLD.outcome IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.command IS NOT OLD.command
  BEGIN SELECT raise(ABORT, 'a command is consumed once, and never changed'); END;
CREATE TRIGGER inbox_remains BEFORE DELETE ON inbox
  BEGIN SELECT raise(ABORT, 'commands are append-only'); END;

CREATE TABLE phase (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO phase VALUES
  (1, 'ready'), (2, 'waiting'), (3, 'undoing'), (4, 'finished'), (5, 'failed'), (6, 'cancelled'), (7, 'undone');

CREATE TABLE line_kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

-- Where every instance stands.
CREATE VIEW process_now AS SELECT
  lower(hex(i.id)) AS instance, p.name AS process, d.version, i.key, i.step, ph.name AS phase,
  i.parked, i.held, i.rehearsal, i.attempt, datetime(i.due / 1000.0, 'unixepoch', 'subsec') AS due, i.reason,
  i.seq AS lines, datetime(i.changed / 1000.0, 'unixepoch', 'subsec') AS changed
FROM instance i
  JOIN process p ON p.id = i.process
  JOIN definition d ON d.id = i.definition
  JOIN phase ph ON ph.id = i.phase;

-- What befell every instance, in the order of the log.
CREATE VIEW process_log AS SELECT
  l.position, datetime(l.at / 1000.0, 'unixepoch', 'subsec') AS at, lower(hex(l.instance)) AS instance, l.seq,
  p.name AS process, d.version, k.name AS kind, l.step, ph.name AS phase, l.parked, l.held, l.rehearsal,
  l.attempt, datetime(l.due / 1000.0, 'unixepoch', 'subsec') AS due, l.reason, lower(hex(l.command)) AS command,
  m.build
FROM line l
  JOIN lane m ON m.id = l.lane
  JOIN line_kind k ON k.id = l.kind
  LEFT JOIN definition d ON d.id = l.definition
  LEFT JOIN process p ON p.id = d.process
  LEFT JOIN phase ph ON ph.id = l.phase;

-- What stays until a person acts.
CREATE VIEW parked AS SELECT * FROM process_now WHERE parked;

-- What waits for a letter, or until it is due.
CREATE VIEW waiting AS SELECT * FROM process_now WHERE phase = 'waiting' AND NOT parked AND NOT held;
