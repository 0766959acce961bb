-- The tables Pekko Persistence JDBC expects, in SQLite's types. AUTOINCREMENT never hands out an ordering twice.
-- The unique key makes every append a compare-and-set: a second writer of a room is refused, so a room cannot fork.
CREATE TABLE event_journal (
  ordering           INTEGER PRIMARY KEY AUTOINCREMENT,
  deleted            INTEGER NOT NULL DEFAULT 0,
  persistence_id     TEXT    NOT NULL,
  sequence_number    INTEGER NOT NULL,
  writer             TEXT    NOT NULL,
  write_timestamp    INTEGER,
  adapter_manifest   TEXT,
  event_ser_id       INTEGER NOT NULL,
  event_ser_manifest TEXT    NOT NULL,
  event_payload      BLOB    NOT NULL,
  meta_ser_id        INTEGER,
  meta_ser_manifest  TEXT,
  meta_payload       BLOB,
  UNIQUE (persistence_id, sequence_number)
);

CREATE TABLE event_tag (
  event_id INTEGER NOT NULL,
  tag      TEXT    NOT NULL,
  PRIMARY KEY (event_id, tag)
);

CREATE TABLE snapshot (
  persistence_id        TEXT    NOT NULL,
  sequence_number       INTEGER NOT NULL,
  created               INTEGER NOT NULL,
  snapshot_ser_id       INTEGER NOT NULL,
  snapshot_ser_manifest TEXT    NOT NULL,
  snapshot_payload      BLOB    NOT NULL,
  meta_ser_id           INTEGER,
  meta_ser_manifest     TEXT,
  meta_payload          BLOB,
  PRIMARY KEY (persistence_id, sequence_number)
);
