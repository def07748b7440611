create table job (
  workspace text not null default current_setting('tutti.workspace'),
  id uuid primary key,
  kind text not null,
  actor text not null,
  priority integer not null,
  input jsonb,
  state text not null,
  attempt integer not null default 0,
  progress_done double precision not null default 0,
  progress_total double precision,
  progress_note text,
  result jsonb,
  problem jsonb,
  cancel_asked boolean not null default false,
  worker text,
  seen_at timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);

create index job_latest on job (workspace, kind, created_at desc);
create index job_open on job (state, created_at) where state in ('waiting', 'running');

select tutti_workspace_table('job');
