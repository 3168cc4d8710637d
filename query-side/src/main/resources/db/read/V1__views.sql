-- What the screens read, folded from the events and rebuilt from them at any time.

create table waypost_read.course (
  id          bigint      primary key,
  title       text        not null,
  description text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint      not null
);

create table waypost_read.course_module (
  course_id bigint  not null,
  module_id bigint  not null,
  ordering  integer not null,
  primary key (course_id, module_id)
);

create index on waypost_read.course_module (module_id);

create table waypost_read.module (
  id          bigint      primary key,
  title       text        not null,
  description text,
  color       text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint      not null
);

create table waypost_read.post (
  id          bigint      primary key,
  module_id   bigint      not null,
  title       text        not null,
  description text,
  type        text        not null,
  content     jsonb       not null,
  ordering    integer     not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);

create index on waypost_read.post (module_id);

comment on column waypost_read.course.version is 'Sequence number of the last event of the course that is folded in';
comment on column waypost_read.module.version is 'Sequence number of the last event of the module that is folded in';

create table waypost_read.token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          text,
  token_type     text,
  updated_at     text,
  owner          text,
  primary key (processor_name, segment)
);

comment on table waypost_read.token_entry is 'How far each view has come; token is JSON with index and gaps';

create table waypost_read.projection_error (
  processor_name text        primary key,
  token          text,
  message        text        not null,
  occurred_at    timestamptz not null
);

comment on table waypost_read.projection_error is
  'The last failure of each processor; it counts only while the processor still stands at this token';

create table waypost_read.projection_rebuild (
  name         text        primary key,
  requested_at timestamptz not null default now(),
  requested_by bigint      not null,
  started_at   timestamptz,
  position     bigint      not null default 0,
  token        text,
  error        text
);

comment on table waypost_read.projection_rebuild is
  'A row asks for a rebuild and keeps its progress; it is deleted when the rebuilt tables have taken their place';

grant usage on schema waypost_read to waypost_query, waypost_command;
grant select, insert, update, delete
   on waypost_read.course, waypost_read.course_module, waypost_read.module, waypost_read.post, waypost_read.token_entry
   to waypost_query;
grant select, insert, update on waypost_read.projection_error to waypost_query, waypost_command;
grant select, update, delete on waypost_read.projection_rebuild to waypost_query;
grant select, insert on waypost_read.projection_rebuild to waypost_command;
grant select on waypost_read.token_entry to waypost_command;
