create table event_table (
  workspace text not null default current_setting('tutti.workspace'),
  yaml text not null,
  changed_at timestamptz not null,
  primary key (workspace)
);
select tutti_workspace_table('event_table');
