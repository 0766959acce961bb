-- The tables Pekko Persistence JDBC expects, in PostgreSQL's types. Collation "C" compares ids by their bytes, in every
-- locale and as SQLite does: prefixes are ranges, and the index serves them.
-- The primary key makes every append a compare-and-set: a second writer of a room is refused, so a room cannot fork.
-- Nobody reads by ordering, so it has no index, which each insert would have to keep.
CREATE TABLE event_journal (
  ordering           BIGSERIAL,
  deleted            BOOLEAN NOT NULL DEFAULT FALSE,
  persistence_id     TEXT    COLLATE "C" NOT NULL,
  sequence_number    BIGINT  NOT NULL,
  writer             TEXT    NOT NULL,
  write_timestamp    BIGINT,
  adapter_manifest   TEXT,
  event_ser_id       INTEGER NOT NULL,
  event_ser_manifest TEXT    NOT NULL,
  event_payload      BYTEA   NOT NULL,
  meta_ser_id        INTEGER,
  meta_ser_manifest  TEXT,
  meta_payload       BYTEA,
  PRIMARY KEY (persistence_id, sequence_number)
);

CREATE TABLE event_tag (
  event_id BIGINT NOT NULL,
  tag      TEXT   NOT NULL,
  PRIMARY KEY (event_id, tag)
);

CREATE TABLE snapshot (
  persistence_id        TEXT    COLLATE "C" NOT NULL,
  sequence_number       BIGINT  NOT NULL,
  created               BIGINT  NOT NULL,
  snapshot_ser_id       INTEGER NOT NULL,
  snapshot_ser_manifest TEXT    NOT NULL,
  snapshot_payload      BYTEA   NOT NULL,
  meta_ser_id           INTEGER,
  meta_ser_manifest     TEXT,
  meta_payload          BYTEA,
  PRIMARY KEY (persistence_id, sequence_number)
);
