create table alert_seen (
  workspace text not null default current_setting('tutti.workspace'),
  key text not null,
  position integer not null,
  document jsonb not null,
  changed_at timestamptz not null,
  primary key (workspace, key)
);
select tutti_workspace_table('alert_seen');
