create table platform (
  workspace text not null default current_setting('tutti.workspace'),
  document jsonb not null,
  changed_at timestamptz not null,
  primary key (workspace)
);
select tutti_workspace_table('platform');
