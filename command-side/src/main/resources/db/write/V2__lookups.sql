-- What aggregates need to know of others. Written in the same transaction as the events, never read by the query side.

create table waypost_write.module_lookup (
  module_id   bigint primary key,
  title       text   not null,
  description text,
  color       text
);

create table waypost_write.course_module_lookup (
  course_id bigint not null,
  module_id bigint not null,
  primary key (course_id, module_id)
);

create index course_module_lookup_by_module on waypost_write.course_module_lookup (module_id);

create table waypost_write.post_lookup (
  post_id   bigint primary key,
  module_id bigint not null
);

create index post_lookup_by_module on waypost_write.post_lookup (module_id);

-- Ids are taken in blocks of 50, so that few commands ask the database for one.
create sequence waypost_write.course_id increment by 50;
create sequence waypost_write.module_id increment by 50;
create sequence waypost_write.post_id increment by 50;
create sequence waypost_write.user_id increment by 50;

grant select, insert, update, delete
   on waypost_write.module_lookup, waypost_write.course_module_lookup, waypost_write.post_lookup
   to waypost_command;
grant usage
   on sequence waypost_write.course_id, waypost_write.module_id, waypost_write.post_id, waypost_write.user_id
   to waypost_command;
