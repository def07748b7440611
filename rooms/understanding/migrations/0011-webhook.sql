create table webhook (
  workspace text not null default current_setting('tutti.workspace'),
  id uuid not null unique,
  name text not null,
  signature text not null,
  mapping text not null,
  secret text not null,
  secret_before text,
  created_at timestamptz not null,
  rotated_at timestamptz,
  primary key (workspace, id)
);
select tutti_workspace_table('webhook');
