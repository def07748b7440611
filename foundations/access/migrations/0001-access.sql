create table person (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select tutti_system_table('person');

create table session (
  id text primary key,
  token text not null unique,
  person text not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_person on session (person);
select tutti_system_table('session');

create table account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  person text not null references person (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_person on account (person);
select tutti_system_table('account');

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on verification (identifier);
select tutti_system_table('verification');

-- Facts about this installation that must survive a restart, by name.
create table installation_fact (
  name text primary key,
  value text not null,
  recorded_at timestamptz not null
);
select tutti_system_table('installation_fact');

create table workspace (
  key text primary key,
  name text not null,
  created_at timestamptz not null
);
select tutti_system_table('workspace');

create table membership (
  workspace text not null default current_setting('tutti.workspace') references workspace (key),
  person text not null references person (id) on delete cascade,
  role text not null,
  created_at timestamptz not null,
  primary key (workspace, person)
);
create index membership_person on membership (person);
select tutti_workspace_table('membership');

create table api_key (
  workspace text not null default current_setting('tutti.workspace') references workspace (key),
  id uuid primary key,
  name text not null,
  use text not null,
  scopes jsonb not null,
  start text not null,
  secret_hash text not null unique,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_workspace on api_key (workspace, created_at);
select tutti_workspace_table('api_key');
