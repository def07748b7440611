-- Runs at each start, before the migrations: everything here can be run again.

do $$
declare name text;
begin
  foreach name in array array['tutti_app', 'tutti_system'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, name, 'set') then
      execute format('grant %I to current_user with set true', name);
    end if;
  end loop;
end $$;

create table if not exists tutti_migration (
  id text primary key,
  checksum text not null,
  applied_at timestamptz not null
);

-- Binds a table with a column `workspace` to the workspace of the transaction, for every role but the system's.
create or replace function tutti_workspace_table(target regclass, append_only boolean default false)
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_workspace on %s to tutti_app
       using (workspace = current_setting(''tutti.workspace''))
       with check (workspace = current_setting(''tutti.workspace''))', target);
  execute format('create policy every_workspace on %s to tutti_system using (true) with check (true)', target);
  execute format('grant select, insert on %s to tutti_app, tutti_system', target);
  if not append_only then
    execute format('grant update, delete on %s to tutti_app, tutti_system', target);
  end if;
end $$;

-- Opens a table that belongs to no workspace to the system alone.
create or replace function tutti_system_table(target regclass)
returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to tutti_system', target);
end $$;
