-- What learners have done, and what they need to know of posts and courses to do it.

alter table waypost_write.post_lookup
  add column revision integer not null default 1,
  add column content  jsonb;

comment on column waypost_write.post_lookup.revision is 'The number of its version, from 1';
comment on column waypost_write.post_lookup.content is 'Of quizzes and videos, which ask for something to be completed';

-- Posts are older than these columns.
update waypost_write.post_lookup as post
   set revision = versions.revision,
       content = case when versions.content ->> 'type' in ('quiz', 'video') then versions.content end
  from (select (payload ->> 'post_id')::bigint as post_id,
               count(*) as revision,
               (array_agg(payload -> 'content' order by position desc))[1] as content
          from waypost_write.event_log
         where event_type in ('PostAddedToModule', 'PostRevised')
         group by 1) as versions
 where versions.post_id = post.post_id;

alter table waypost_write.post_lookup alter column revision drop default;

-- The posts that count for a user: completed or waived, and not reopened since.
create table waypost_write.learner_post_lookup (
  user_id bigint not null,
  post_id bigint not null,
  primary key (user_id, post_id)
);

create table waypost_write.learner_course_completion_lookup (
  user_id   bigint not null,
  course_id bigint not null,
  primary key (user_id, course_id)
);

-- A course that several sources give is here several times: so the planner can look up users and courses in each source.
create view waypost_write.assigned_course as
select user_id, course_id
  from waypost_write.learner_course_lookup
 union all
select member.user_id, course.course_id
  from waypost_write.group_member_lookup as member
       join waypost_write.group_course_lookup as course using (group_id);

-- The parts of videos that users have seen, to the millisecond; the events hold whole percents only.
create table waypost_write.watched (
  user_id bigint   not null references waypost_write.account (id) on delete cascade,
  post_id bigint   not null,
  parts   bigint[] not null,
  primary key (user_id, post_id)
);

comment on column waypost_write.watched.parts is
  'From and to, from and to, in milliseconds: in order, apart from each other';

-- Why somebody need not do a post: free text about a person, so it is no part of an event and goes with the account.
create table waypost_write.waiver_reason (
  user_id bigint not null references waypost_write.account (id) on delete cascade,
  post_id bigint not null,
  reason  text   not null,
  primary key (user_id, post_id)
);

grant select, insert, update, delete
   on waypost_write.learner_post_lookup, waypost_write.learner_course_completion_lookup, waypost_write.watched,
      waypost_write.waiver_reason
   to waypost_command;
grant select on waypost_write.assigned_course to waypost_command;
grant select on waypost_write.waiver_reason, waypost_write.watched to waypost_query;

-- A learner's state has more to it now. Snapshots may be deleted at any time; they are made again.
delete from waypost_write.snapshot where aggregate_type = 'Learner';
