-- Groups with their members and courses, and the courses that users have of their own.

create table waypost_read.user_group (
  id           bigint      primary key,
  name         text        not null,
  description  text,
  created_by   bigint      not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  member_count integer     not null,
  version      bigint      not null
);

create index on waypost_read.user_group (created_at, id);

create table waypost_read.group_member (
  group_id       bigint      not null,
  user_id        bigint      not null,
  role           text        not null,
  joined_at      timestamptz not null,
  joined_version bigint      not null,
  updated_at     timestamptz not null,
  primary key (group_id, user_id)
);

create index on waypost_read.group_member (user_id, group_id);
create index on waypost_read.group_member (group_id, joined_version);

create table waypost_read.group_course (
  group_id  bigint  not null,
  course_id bigint  not null,
  ordering  integer not null,
  primary key (group_id, course_id)
);

create table waypost_read.user_course (
  user_id     bigint      not null,
  course_id   bigint      not null,
  assigned_at timestamptz not null,
  primary key (user_id, course_id)
);

comment on column waypost_read.user_group.version is 'Sequence number of the last event of the group that is folded in';
comment on column waypost_read.group_member.joined_version is
  'Sequence number of the event by which the member joined: the order of joining, also within one millisecond';
comment on table waypost_read.user_course is 'What is assigned to users directly, whatever their groups give them';

grant select, insert, update, delete
   on waypost_read.user_group, waypost_read.group_member, waypost_read.group_course, waypost_read.user_course
   to waypost_query;

insert into waypost_rebuild.view_table (view_name, place, table_name)
values ('groups', 1, 'user_group'),
       ('groups', 2, 'group_member'),
       ('groups', 3, 'group_course'),
       ('direct-courses', 1, 'user_course');
