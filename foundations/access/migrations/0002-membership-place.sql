-- Where a member works: what the cockpit opens with.
alter table membership add column team text;
alter table membership add column unit text;
