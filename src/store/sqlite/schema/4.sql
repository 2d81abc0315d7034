-- Lists of a million instances that have ended: each begins at an index, and reads no others.

-- Those of each definition, and so of each process and version, in the order of their ids.
CREATE INDEX instance_definition ON instance (definition);

-- What has ended otherwise than it should: failed, cancelled, rolled back.
CREATE INDEX instance_unfinished ON instance (phase) WHERE phase > 4;
