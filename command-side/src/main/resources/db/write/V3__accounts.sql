-- Profiles and credentials: the only place that holds personal data. Erasing a user deletes the row.

create table waypost_write.account (
  id                         bigint      primary key,
  username                   text        not null,
  email                      text        not null,
  password_hash              text        not null,
  first_name                 text,
  last_name                  text,
  child_name                 text,
  child_sex_assigned_at_birth text,
  child_dob                  date,
  avatar_url                 text,
  role                       text        not null,
  email_verified             boolean     not null default false,
  is_active                  boolean     not null default true,
  created_at                 timestamptz not null,
  updated_at                 timestamptz not null
);

create unique index account_username on waypost_write.account (lower(username));
create unique index account_email on waypost_write.account (lower(email));

-- Failed logins of the last minute, by hashed name and by address: shared, so that the limits hold over all nodes.
create table waypost_write.failed_login (
  subject text        not null,
  at      timestamptz not null default clock_timestamp()
);

create index failed_login_by_subject on waypost_write.failed_login (subject, at);

grant select, insert, update, delete on waypost_write.account to waypost_command;
grant select, insert, delete on waypost_write.failed_login to waypost_command;
grant select (id, username, email, first_name, last_name, child_name, child_sex_assigned_at_birth, child_dob,
              avatar_url, role, email_verified, is_active, created_at, updated_at)
   on waypost_write.account to waypost_query;
