-- A library as the first schema made it; it has to open for ever.
PRAGMA foreign_keys=OFF;
PRAGMA application_id=1112490823;
PRAGMA user_version=1;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num TEXT NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)) STRICT;
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answer (
  dossier_id INTEGER NOT NULL,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT,
  number REAL,
  option TEXT,
  origin TEXT NOT NULL,
  note TEXT NOT NULL,
  committed INTEGER NOT NULL,
  CONSTRAINT pk_answer PRIMARY KEY (dossier_id, subject, field),
  CONSTRAINT fk_answer_dossier_id_subject_row FOREIGN KEY(dossier_id, subject) REFERENCES "row" (dossier_id, subject) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_answer_one_value CHECK (number IS NULL OR option IS NULL),
  CONSTRAINT ck_answer_finite CHECK (abs(number) <= 1.7976931348623157e308),
  CONSTRAINT ck_answer_origin_known CHECK (origin IN ('answer', 'given', 'imported')),
  CONSTRAINT ck_answer_note_length CHECK (length(note) <= 20000),
  CONSTRAINT ck_answer_committed_flag CHECK (committed IN (0, 1)),
  CONSTRAINT fk_answer_dossier_id_dossier FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "answer" VALUES(1,'DAIRY','milk_fat',NULL,0.041,NULL,'imported','',1);
INSERT INTO "answer" VALUES(1,'DAIRY/F0','head_years',NULL,60.0,NULL,'given','as of March',1);
INSERT INTO "answer" VALUES(1,'DAIRY/F0','milk_per_head','7500x',7500.0,NULL,'answer','',0);
INSERT INTO "answer" VALUES(1,'DAIRY/F0/deep_litter','share',NULL,0.4,NULL,'answer','',1);
INSERT INTO "answer" VALUES(1,'field/permanent_grassland','cover',NULL,NULL,'grass','answer','',1);
INSERT INTO "answer" VALUES(1,'purchase/1','mass',NULL,12000.0,NULL,'answer','',1);
CREATE TABLE dossier (
  id INTEGER NOT NULL,
  uuid TEXT NOT NULL,
  farm_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  profile TEXT NOT NULL,
  revision INTEGER NOT NULL,
  cursor INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  place TEXT NOT NULL,
  CONSTRAINT pk_dossier PRIMARY KEY (id),
  CONSTRAINT ck_dossier_year_range CHECK (year BETWEEN 1900 AND 2200),
  CONSTRAINT ck_dossier_version_from_one CHECK (version >= 1),
  CONSTRAINT ck_dossier_counted_up CHECK (revision >= 0 AND cursor >= 0),
  CONSTRAINT uq_dossier_uuid UNIQUE (uuid),
  CONSTRAINT uq_dossier_farm_id_year_version UNIQUE (farm_id, year, version),
  CONSTRAINT fk_dossier_farm_id_farm FOREIGN KEY(farm_id) REFERENCES farm (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "dossier" VALUES(1,'e4ae9861-4900-48e5-90f3-7048417024f6',1,2025,1,'OPEN-2019',2,1,'2025-03-01T08:00:03+00:00','');
CREATE TABLE edit_log (
  id INTEGER NOT NULL,
  dossier_id INTEGER NOT NULL,
  ts_utc TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  label TEXT NOT NULL,
  group_id INTEGER,
  open INTEGER NOT NULL,
  dropped INTEGER NOT NULL,
  session TEXT NOT NULL,
  CONSTRAINT pk_edit_log PRIMARY KEY (id),
  CONSTRAINT ck_edit_log_kind_known CHECK (kind IN ('answer', 'row', 'dossier', 'farm')),
  CONSTRAINT ck_edit_log_old_not_blank CHECK (old <> ''),
  CONSTRAINT ck_edit_log_new_not_blank CHECK (new <> ''),
  CONSTRAINT ck_edit_log_open_flag CHECK (open IN (0, 1)),
  CONSTRAINT ck_edit_log_dropped_flag CHECK (dropped IN (0, 1)),
  CONSTRAINT fk_edit_log_dossier_id_dossier FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "edit_log" VALUES(1,1,'2025-03-01T08:00:05+00:00','answer','DAIRY/F0','milk_per_head',NULL,'{"subject":"DAIRY/F0","field":"milk_per_head","text":"7500x","number":7500.0,"option":null,"origin":"answer","note":"","committed":false}','milk per cow',NULL,1,0,'fe2867929efb46889dabe4167dd834d5');
CREATE TABLE farm (
  id INTEGER NOT NULL,
  uuid TEXT NOT NULL,
  name TEXT NOT NULL,
  created TEXT NOT NULL,
  binned_at TEXT,
  CONSTRAINT pk_farm PRIMARY KEY (id),
  CONSTRAINT ck_farm_name_length CHECK (length(name) <= 200),
  CONSTRAINT uq_farm_uuid UNIQUE (uuid)
)
 STRICT

;
INSERT INTO "farm" VALUES(1,'e157beee-77bc-42dd-bc17-a7aabe60b0d4','GAEC des Chênes','2025-03-01T08:00:03+00:00',NULL);
CREATE TABLE headline (
  dossier_id INTEGER NOT NULL,
  engine TEXT NOT NULL,
  factor_hash TEXT NOT NULL,
  revision INTEGER NOT NULL,
  figures TEXT NOT NULL,
  CONSTRAINT pk_headline PRIMARY KEY (dossier_id),
  CONSTRAINT ck_headline_figures_are_an_object CHECK (figures GLOB '{*}'),
  CONSTRAINT fk_headline_dossier_id_dossier FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
)
 STRICT

;
CREATE TABLE meta (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_meta PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "meta" VALUES('created','2025-03-01T08:00:02+00:00');
INSERT INTO "meta" VALUES('min_reader','1');
INSERT INTO "meta" VALUES('written_by','1.0');
CREATE TABLE "row" (
  dossier_id INTEGER NOT NULL,
  subject TEXT NOT NULL,
  entity TEXT NOT NULL,
  parent TEXT,
  position INTEGER NOT NULL,
  workshop TEXT NOT NULL,
  CONSTRAINT pk_row PRIMARY KEY (dossier_id, subject),
  CONSTRAINT fk_row_dossier_id_parent_row FOREIGN KEY(dossier_id, parent) REFERENCES "row" (dossier_id, subject) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_row_parent_known CHECK ((subject = '') = (parent IS NULL)),
  CONSTRAINT ck_row_position_from_zero CHECK (position >= 0),
  CONSTRAINT fk_row_dossier_id_dossier FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "row" VALUES(1,'','Farm',NULL,0,'');
INSERT INTO "row" VALUES(1,'DAIRY','Workshop','',1,'');
INSERT INTO "row" VALUES(1,'DAIRY/F0','Group','DAIRY',2,'');
INSERT INTO "row" VALUES(1,'DAIRY/F0/deep_litter','ManureShare','DAIRY/F0',3,'');
INSERT INTO "row" VALUES(1,'field/permanent_grassland','Field','',4,'');
INSERT INTO "row" VALUES(1,'purchase/1','Purchase','',5,'DAIRY');
CREATE INDEX ix_edit_log_dossier_id_id ON edit_log (dossier_id, id);
CREATE UNIQUE INDEX ix_edit_log_one_open ON edit_log (dossier_id) WHERE open = 1;
COMMIT;
