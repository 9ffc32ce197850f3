/** Append only: what has been released is never changed, a later entry changes what an earlier one made. */
export const migrations: string[] = [
  `
  create table commscore.repositories (
    id bigint generated always as identity primary key,
    key text not null unique,
    owner text not null,
    repo text not null,
    installation_id bigint not null,
    known_since timestamptz not null default now()
  );
  create index on commscore.repositories (installation_id);

  create table commscore.facts (
    repository_id bigint not null references commscore.repositories on delete cascade,
    kind text not null,
    fact_id text not null,
    long_id text,
    seq bigserial not null,
    body jsonb,
    learnt_at timestamptz not null default now(),
    primary key (repository_id, kind, fact_id)
  );
  create unique index on commscore.facts (repository_id, seq);

  create table commscore.histories (
    repository_id bigint primary key references commscore.repositories on delete cascade,
    learning text not null default 'never',
    read_to jsonb
  );

  create table commscore.model_snapshots (
    repository_id bigint primary key references commscore.repositories on delete cascade,
    seq bigint not null,
    bytes bytea not null,
    saved_at timestamptz not null default now()
  );
  alter table commscore.model_snapshots alter bytes set storage external;

  create table commscore.suggestions (
    repository_id bigint not null references commscore.repositories on delete cascade,
    number bigint not null,
    type text not null,
    mode text not null,
    comment text not null,
    suggestion jsonb not null,
    outcomes jsonb not null default '[]',
    latency_ms double precision,
    saved_at timestamptz not null default now(),
    primary key (repository_id, number)
  );
  create index on commscore.suggestions (saved_at desc);

  create table commscore.jobs_done (
    id text primary key,
    done_at timestamptz not null default now()
  );
  create index on commscore.jobs_done (done_at);

  create table commscore.people (
    owner text not null,
    login text not null,
    settings jsonb not null,
    primary key (owner, login)
  );
  `,
  `
  create table commscore.fact_vectors (
    repository_id bigint not null references commscore.repositories on delete cascade,
    model text not null,
    kind text not null,
    fact_id text not null,
    fact_seq bigint not null,
    content_hash text not null,
    vector bytea not null,
    seq bigserial not null,
    primary key (repository_id, model, kind, fact_id),
    foreign key (repository_id, kind, fact_id) references commscore.facts on delete cascade
  );
  -- No further index begins as the primary key does: without statistics it would be taken for the wrong questions.
  create index on commscore.fact_vectors (content_hash);
  create unique index on commscore.fact_vectors (seq);

  create table commscore.model_answers (
    repository_id bigint not null references commscore.repositories on delete cascade,
    model text not null,
    content_hash text not null,
    answer bytea not null,
    made_at timestamptz not null default now(),
    primary key (repository_id, model, content_hash)
  );
  create index on commscore.model_answers (made_at);

  create table commscore.model_spending (
    day date primary key,
    characters bigint not null
  );
  `,
  `
  create table commscore.feeds (
    repository_id bigint not null references commscore.repositories on delete cascade,
    url text not null,
    state jsonb not null,
    primary key (repository_id, url)
  );
  `,
  `
  create table commscore.suggested_items (
    repository_id bigint not null references commscore.repositories on delete cascade,
    number bigint not null,
    kind text not null,
    subject text not null,
    probability double precision,
    reasons jsonb not null default '[]',
    shown boolean not null,
    first_said_at timestamptz not null,
    last_said_at timestamptz not null,
    applied_at timestamptz,
    applied_by text,
    outcome text,
    outcome_by text,
    outcome_at timestamptz
  );
  -- A subject may be longer than an index entry has room for.
  create unique index on commscore.suggested_items (repository_id, number, kind, md5(lower(subject)));
  create index on commscore.suggested_items (repository_id, outcome_at) where outcome is not null;

  insert into commscore.suggested_items
    (repository_id, number, kind, subject, probability, reasons, shown, first_said_at, last_said_at)
  select s.repository_id, s.number, said.kind, said.item ->> said.name,
    coalesce(said.item ->> 'probability', said.item ->> 'score')::float8,
    case when said.kind = 'related' then '[]' else coalesce(said.item -> 'reasons', '[]') end,
    s.mode <> 'shadow', s.saved_at, s.saved_at
  from commscore.suggestions s cross join lateral (
    select 'label', 'name', jsonb_array_elements(s.suggestion -> 'labels')
    union all select 'assignee', 'login', jsonb_array_elements(s.suggestion -> 'assignees')
    union all select 'reviewer', 'login', jsonb_array_elements(s.suggestion -> 'reviewers')
    union all select 'related', 'id', jsonb_array_elements(s.suggestion -> 'related')
  ) as said (kind, name, item)
  on conflict do nothing;

  insert into commscore.suggested_items as i
    (repository_id, number, kind, subject, shown, first_said_at, last_said_at, outcome, outcome_by, outcome_at)
  select distinct on (s.repository_id, s.number, lower(o ->> 'subject')) s.repository_id, s.number,
    case s.type when 'pull' then 'reviewer' else 'assignee' end, o ->> 'subject', true, s.saved_at, s.saved_at,
    'rejected', o ->> 'by', (o ->> 'at')::timestamptz
  from commscore.suggestions s, jsonb_array_elements(s.outcomes) o
  where o ->> 'kind' = 'rerolled'
  on conflict (repository_id, number, kind, md5(lower(subject))) do update
    set outcome = excluded.outcome, outcome_by = excluded.outcome_by, outcome_at = excluded.outcome_at;

  alter table commscore.suggestions drop column outcomes;
  `,
  `
  create table commscore.commands (
    repository_id bigint not null references commscore.repositories on delete cascade,
    comment_id text not null,
    line_hash text not null,
    login text not null,
    result text not null,
    said text not null,
    ran_at timestamptz not null,
    primary key (repository_id, comment_id, line_hash)
  );
  create index on commscore.commands (login, ran_at);
  `,
  `
  -- Of a repository that was removed without one.
  create table commscore.former_names (
    key text primary key,
    repository_id bigint references commscore.repositories on delete set null
  );
  create index on commscore.former_names (repository_id);

  create table commscore.suspended_installations (
    installation_id bigint primary key,
    suspended_at timestamptz not null default now()
  );

  alter table commscore.facts add column gone boolean not null default false;
  alter table commscore.repositories add column unlearnt_to bigint not null default 0;
  `,
  `
  alter table commscore.suggested_items add column native boolean not null default false;
  `,
  `
  update commscore.histories set read_to = jsonb_build_object('commit', read_to -> 'commit', 'threads', (
    select jsonb_object_agg(type, jsonb_build_object('updatedAt', read_to -> 'threadsUpdatedAt', 'unfinished', null))
    from unnest(array['issue', 'pull', 'discussion']) as type
  )) where read_to ? 'threadsUpdatedAt';
  `,
  `
  create table commscore.redelivery (
    only_one boolean primary key default true check (only_one),
    state jsonb not null
  );

  alter table commscore.repositories add column swept_to timestamptz;

  create table commscore.thread_readings (
    repository_id bigint not null references commscore.repositories on delete cascade,
    number bigint not null,
    updated_at timestamptz not null,
    primary key (repository_id, number)
  );
  `,
  `
  create table commscore.measurements (
    repository_id bigint not null references commscore.repositories on delete cascade,
    part text not null,
    form int not null,
    measured_at timestamptz not null,
    body json not null,
    primary key (repository_id, part)
  );
  `,
  `
  alter table commscore.repositories add column measurements_removed int not null default 0;
  `,
  `
  -- id_hash: of what the browser holds.
  create table commscore.sessions (
    id_hash text primary key,
    person_id bigint not null,
    login text not null,
    started_at timestamptz not null default now(),
    seen_at timestamptz not null default now()
  );
  `,
  `
  create table commscore.digest_places (
    repository_id bigint primary key references commscore.repositories on delete cascade,
    cadence text not null,
    target text not null,
    since timestamptz not null,
    type text,
    number bigint,
    url text,
    silence text
  );

  create table commscore.digests (
    repository_id bigint not null references commscore.repositories on delete cascade,
    cadence text not null,
    starts date not null,
    ends date not null,
    body json not null,
    outcome text,
    made_at timestamptz not null,
    primary key (repository_id, cadence, starts)
  );
  `,
];
