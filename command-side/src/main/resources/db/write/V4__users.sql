-- Two names that differ in letter case only are the same name, in every script and whatever the database's locale is.
drop index waypost_write.account_username;
drop index waypost_write.account_email;
create unique index account_username on waypost_write.account (lower(username collate "pg_c_utf8"));
create unique index account_email on waypost_write.account (lower(email collate "pg_c_utf8"));

alter table waypost_write.account add column version bigint not null default 0;
comment on column waypost_write.account.version is 'Sequence number of the last event of the user';
grant select (version) on waypost_write.account to waypost_query;

-- A sign-in lives as long as its refresh tokens are used in turn. Of a token only the hash is kept.
create table waypost_write.sign_in (
  id           uuid        primary key,
  user_id      bigint      not null references waypost_write.account (id) on delete cascade,
  started_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null
);

create index sign_in_by_user on waypost_write.sign_in (user_id);
create index sign_in_by_expiry on waypost_write.sign_in (expires_at);

create table waypost_write.refresh_token (
  token_hash text        primary key,
  sign_in_id uuid        not null references waypost_write.sign_in (id) on delete cascade,
  issued_at  timestamptz not null,
  used_at    timestamptz
);

create index refresh_token_by_sign_in on waypost_write.refresh_token (sign_in_id);

comment on column waypost_write.refresh_token.used_at is
  'Each token is good for one use; a second one means that two hold it, and ends the sign-in';

grant select, insert, update, delete on waypost_write.sign_in, waypost_write.refresh_token to waypost_command;
grant select (id, user_id, started_at, last_used_at, expires_at) on waypost_write.sign_in to waypost_query;

-- An attempt to sign in takes a row before the password is looked at and gives it back if it was right.
alter table waypost_write.failed_login add column id bigint generated always as identity primary key;
create index failed_login_by_time on waypost_write.failed_login (at);

-- A user's state has more to it now. Snapshots may be deleted at any time; they are made again.
delete from waypost_write.snapshot where aggregate_type = 'User';
