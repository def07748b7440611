create table import_schedule (
  workspace text not null default current_setting('tutti.workspace'),
  key text not null,
  position integer not null,
  document jsonb not null,
  changed_at timestamptz not null,
  primary key (workspace, key)
);
select tutti_workspace_table('import_schedule');

create table import_schedule_look (
  workspace text not null default current_setting('tutti.workspace'),
  schedule text not null,
  job uuid not null,
  asked_at timestamptz not null,
  looked_at timestamptz,
  problem jsonb,
  primary key (workspace, schedule)
);
select tutti_workspace_table('import_schedule_look');

create table import_schedule_file (
  workspace text not null default current_setting('tutti.workspace'),
  schedule text not null,
  name text not null,
  bytes bigint not null,
  modified text not null,
  changed text not null,
  state text not null,
  digest text,
  import uuid,
  reason jsonb,
  seen_at timestamptz not null,
  primary key (workspace, schedule, name)
);
create index import_schedule_file_digest on import_schedule_file (workspace, schedule, digest);
select tutti_workspace_table('import_schedule_file');
