-- What groups and learners need to know of others, and who is in which group and assigned to what.

create table waypost_write.user_lookup (
  user_id bigint primary key
);

create table waypost_write.course_lookup (
  course_id    bigint      primary key,
  title        text        not null,
  description  text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  module_count integer     not null
);

-- Both directions are asked for: who is in this group, and which groups is this user in.
create table waypost_write.group_member_lookup (
  group_id bigint not null,
  user_id  bigint not null,
  role     text   not null,
  primary key (group_id, user_id)
);

create index group_member_lookup_by_user on waypost_write.group_member_lookup (user_id, group_id);

create table waypost_write.group_course_lookup (
  group_id  bigint not null,
  course_id bigint not null,
  primary key (group_id, course_id)
);

create index group_course_lookup_by_course on waypost_write.group_course_lookup (course_id, group_id);

create table waypost_write.learner_course_lookup (
  user_id   bigint not null,
  course_id bigint not null,
  primary key (user_id, course_id)
);

create index learner_course_lookup_by_course on waypost_write.learner_course_lookup (course_id, user_id);

create sequence waypost_write.group_id increment by 50;

grant select, insert, update, delete
   on waypost_write.user_lookup, waypost_write.course_lookup, waypost_write.group_member_lookup,
      waypost_write.group_course_lookup, waypost_write.learner_course_lookup
   to waypost_command;
grant usage on sequence waypost_write.group_id to waypost_command;

-- Users and courses are older than these tables: what is there already is known from the start.
insert into waypost_write.user_lookup (user_id)
select id from waypost_write.account;

insert into waypost_write.course_lookup (course_id, title, description, created_at, updated_at, module_count)
select (texts.payload ->> 'course_id')::bigint,
       texts.payload ->> 'title',
       texts.payload ->> 'description',
       life.created_at,
       life.updated_at,
       coalesce(jsonb_array_length(modules.payload -> 'module_ids'), 0)
  from (select aggregate_id, min(occurred_at) as created_at, max(occurred_at) as updated_at
          from waypost_write.event_log
         where aggregate_id like 'course-%'
         group by aggregate_id
        having not bool_or(event_type = 'CourseDeleted')) as life
       join (select distinct on (aggregate_id) aggregate_id, payload
               from waypost_write.event_log
              where event_type in ('CourseCreated', 'CourseRevised')
              order by aggregate_id, sequence_number desc) as texts using (aggregate_id)
       left join (select distinct on (aggregate_id) aggregate_id, payload
                    from waypost_write.event_log
                   where event_type in ('ModuleAddedToCourse', 'ModuleMovedInCourse', 'CourseModulesReordered',
                                        'ModuleRemovedFromCourse')
                   order by aggregate_id, sequence_number desc) as modules using (aggregate_id);
