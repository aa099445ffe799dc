-- the tables of a store as 0.1.0 made them
create table about (schema integer not null, unwash varchar not null);
create table runs (id varchar not null, started_at timestamp not null, unwash varchar not null, knowledge varchar not null, source varchar not null);
create table releases (id varchar not null, run varchar not null, target varchar not null, name varchar not null, publisher varchar, publisher_kind varchar not null, revision varchar, source varchar not null, read_as_of date not null, kept_on timestamp not null, unwash varchar not null, knowledge varchar not null, complete boolean not null, term varchar not null, floor varchar not null, ceiling varchar not null, facets varchar[] not null, models integer not null, license_class varchar not null, weights_license varchar not null, declared_license varchar not null, weights varchar not null, training_code varchar not null, training_data varchar not null, data_ladder varchar not null, claims integer not null, contradicted integer not null, conflicts integer not null, downloads bigint, likes bigint, created_on date);
create table terms (release varchar not null, position integer not null, model varchar not null, term varchar not null, floor varchar not null, ceiling varchar not null, facets varchar[] not null, review varchar[] not null);
create table components (release varchar not null, component varchar not null, presence varchar not null, ladder varchar, declared varchar not null, detected varchar not null, concluded varchar not null);
create table licenses (release varchar not null, position integer not null, license varchar, name varchar, class varchar not null, match varchar not null, nearest varchar, path varchar, covers varchar[] not null, on_weights boolean not null);
create table clauses (release varchar not null, license_position integer not null, position integer not null, license varchar, kind varchar not null, mode varchar not null, against varchar[] not null, reaches varchar[] not null, parameters varchar not null, on_weights boolean not null, path varchar, line integer);
create table claims (release varchar not null, position integer not null, says varchar not null, kind varchar not null, about varchar[] not null, language varchar not null, checked varchar not null, strength varchar, path varchar, line integer);
create table conflicts (release varchar not null, position integer not null, kind varchar not null, because varchar not null, path varchar, line integer);
create table lineage (release varchar not null, position integer not null, model varchar not null, relation varchar not null, license varchar not null, stands varchar not null);
create table evaluations (release varchar not null, framework varchar not null, edition varchar not null, reading varchar not null, conclusion varchar not null);
create table answers (release varchar not null, framework varchar not null, reading varchar not null, requirement varchar not null, answer varchar not null, level varchar);
create table failures (run varchar not null, target varchar not null, kind varchar not null, message varchar not null, failed_on timestamp not null);
create table reports (release varchar not null, report blob not null, evidence blob);
insert into about values (1, '0.1.0');
insert into runs values ('9c5964b3f35f', '2026-11-26 13:04:19', '0.1.0', '2026-11-26', 'names.txt');
insert into releases values (
  '0123456789abcdef', '9c5964b3f35f', 'marsh-lab/teal-1b', 'marsh-lab/teal-1b', 'marsh-lab', 'unknown', null, 'folder',
  '2026-11-26', '2026-11-26 13:04:22', '0.1.0', '2026-11-26', true, 'weights-available-ai', 'weights-available-ai',
  'weights-available-ai', ['non-commercial only'], 1, 'non-commercial', 'LicenseRef-TEAL-MODEL-LICENSE', 'NONE',
  'linked', 'absent', 'absent', 'none', 1, 1, 0, null, null, null
);
