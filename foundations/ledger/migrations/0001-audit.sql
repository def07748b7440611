create table audit_entry (
  id bigint generated always as identity primary key,
  workspace text not null default current_setting('tutti.workspace'),
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null
);

create index audit_entry_latest on audit_entry (workspace, id desc);

select tutti_workspace_table('audit_entry', append_only => true);
