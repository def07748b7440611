create table analysis_result (
  workspace text not null default current_setting('tutti.workspace'),
  question text not null,
  analysis text not null,
  data_version text not null,
  result jsonb not null,
  computed_at timestamptz not null,
  primary key (workspace, question)
);
select tutti_workspace_table('analysis_result');
