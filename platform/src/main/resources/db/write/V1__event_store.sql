-- The event store. The role of the command side may append and read, never change or delete: what happened stays.

create table waypost_write.domain_event (
  global_index    bigint generated always as identity primary key,
  event_id        text   not null unique,
  aggregate_id    text   not null,
  sequence_number bigint not null,
  aggregate_type  text   not null,
  occurred_at     text   not null,
  event_type      text   not null,
  revision        text   not null,
  payload         text   not null,
  metadata        text   not null,
  unique (aggregate_id, sequence_number)
);

comment on table waypost_write.domain_event is 'Everything that happened, in the order of global_index; append only';

create view waypost_write.event_log as
select global_index as position,
       occurred_at::timestamptz as occurred_at,
       aggregate_id,
       sequence_number,
       event_type,
       revision,
       payload::jsonb as payload,
       metadata::jsonb as metadata
  from waypost_write.domain_event;

comment on view waypost_write.event_log is 'The events for people: JSON and times as such';

create table waypost_write.snapshot (
  event_id        text   not null unique,
  aggregate_id    text   not null,
  sequence_number bigint not null,
  aggregate_type  text   not null,
  occurred_at     text   not null,
  event_type      text   not null,
  revision        text,
  payload         text   not null,
  metadata        text   not null,
  primary key (aggregate_id, sequence_number)
);

comment on table waypost_write.snapshot is 'States of long aggregates, so that they load fast; may be deleted at any time';

create table waypost_write.token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          text,
  token_type     text,
  updated_at     text,
  owner          text,
  primary key (processor_name, segment)
);

comment on table waypost_write.token_entry is 'How far the relay and the policies have come';

-- The keys that tokens are signed with; the query side may read the public half only.
create table waypost_write.signing_key (
  kid         text        primary key,
  public_jwk  text        not null,
  private_jwk text        not null,
  created_at  timestamptz not null default now()
);

grant usage on schema waypost_write to waypost_command, waypost_query;
grant select, insert on waypost_write.domain_event to waypost_command;
grant select on waypost_write.domain_event, waypost_write.event_log to waypost_command, waypost_query;
grant select, insert, delete on waypost_write.snapshot to waypost_command;
grant select, insert, update, delete on waypost_write.token_entry to waypost_command;
grant select on waypost_write.token_entry to waypost_query;
grant select, insert, delete on waypost_write.signing_key to waypost_command;
grant select (kid, public_jwk, created_at) on waypost_write.signing_key to waypost_query;
