-- Finding users, and reading what happened to one of them or was done by one of them.

-- Trusted: the owner of the database may create it. Only the index needs it; LIKE itself is built in.
create extension if not exists pg_trgm with schema waypost_write;

-- A column and not an expression in the index: the planner may only use what it knows of how often a text occurs if the
-- role may read it, and the query side is granted columns one by one. Without that a rare name is looked for in all rows,
-- and a common one fetches all of them. The rules of lower() are PostgreSQL's own, the same on every machine.
alter table waypost_write.account
  add column search_text text collate "pg_c_utf8" not null generated always as (
    lower((username || E'\n' || email || E'\n' || coalesce(first_name, '') || ' ' || coalesce(last_name, ''))
          collate "pg_c_utf8")) stored;

comment on column waypost_write.account.search_text is 'What a search for users looks in; made by the database';

-- Accounts are searched more often than they are written: no list of late entries that every search would read as a whole.
create index account_search on waypost_write.account using gin (search_text gin_trgm_ops) with (fastupdate = off);
create index account_by_age on waypost_write.account (created_at, id);

grant select (search_text) on waypost_write.account to waypost_query;

-- What happened to somebody's memberships stands in the histories of groups. Other events pay nothing but a look at
-- their type.
create index domain_event_of_member
    on waypost_write.domain_event (((payload::jsonb ->> 'user_id')::bigint), global_index)
 where event_type in ('MemberAddedToGroup', 'MemberRoleChanged', 'MemberRemovedFromGroup', 'GroupOwnershipInherited');

-- Everyone may ask for what is held about them, so the answer must not read the whole log. This costs each event some
-- 10 microseconds and 50 bytes.
create index domain_event_by_who
    on waypost_write.domain_event (((metadata::jsonb ->> 'who')::bigint), global_index);
