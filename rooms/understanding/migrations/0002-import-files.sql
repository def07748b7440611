alter table import drop column upload;
alter table import add column files jsonb not null default '[]'::jsonb;
alter table import add column touchpoints jsonb not null default '{}'::jsonb;

create table pseudonym_secret (
  workspace text not null default current_setting('tutti.workspace'),
  secret text not null,
  primary key (workspace)
);
select tutti_workspace_table('pseudonym_secret');

create table mapping (
  workspace text not null default current_setting('tutti.workspace'),
  key text not null,
  content text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (workspace, key)
);
select tutti_workspace_table('mapping');
