create table upload (
  workspace text not null default current_setting('tutti.workspace'),
  id uuid not null,
  file_name text not null,
  bytes bigint not null,
  uploaded_at timestamptz not null,
  primary key (workspace, id)
);
select tutti_workspace_table('upload');

create table import (
  workspace text not null default current_setting('tutti.workspace'),
  id uuid not null,
  job uuid,
  upload uuid not null,
  file_name text not null,
  mapping jsonb not null,
  dry_run boolean not null,
  state text not null,
  counts jsonb not null,
  problem text,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace, id)
);
select tutti_workspace_table('import');

create table import_rejected (
  workspace text not null default current_setting('tutti.workspace'),
  import uuid not null,
  place integer not null,
  line integer not null,
  file_column text not null,
  value text not null,
  reason text not null,
  primary key (workspace, import, place)
);
select tutti_workspace_table('import_rejected');
