-- A version has a definition for each lock by which it was served; it had one.

CREATE TABLE definition_before AS SELECT * FROM definition;
DROP TABLE definition;
CREATE TABLE definition (
  id INTEGER PRIMARY KEY,
  process INTEGER NOT NULL REFERENCES process (id),
  version INTEGER NOT NULL,
  structure TEXT NOT NULL,
  shapes TEXT            -- its entry of the lock, as JSON; of those of a version, each has another
) STRICT;
INSERT INTO definition SELECT id, process, version, structure, shapes FROM definition_before;
DROP TABLE definition_before;
CREATE TRIGGER definition_stays BEFORE UPDATE ON definition
  BEGIN SELECT raise(ABORT, 'definitions are append-only'); END;
CREATE TRIGGER definition_remains BEFORE DELETE ON definition
  BEGIN SELECT raise(ABORT, 'definitions are append-only'); END;
