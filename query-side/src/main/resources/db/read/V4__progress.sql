-- How far users are: what each has done with posts, and what that makes in each course that shows the posts. A view reads
-- no tables but its own, so it keeps which posts the courses show as well.

create table waypost_read.progress_folded (
  aggregate_id text   primary key,
  version      bigint not null
);

create table waypost_read.progress_post (
  module_id bigint      not null,
  post_id   bigint      not null,
  ordering  integer     not null,
  added_at  timestamptz not null,
  primary key (module_id, post_id)
);

create index on waypost_read.progress_post (post_id);

create table waypost_read.progress_course_module (
  course_id bigint      not null,
  module_id bigint      not null,
  ordering  integer     not null,
  added_at  timestamptz not null,
  primary key (course_id, module_id)
);

create index on waypost_read.progress_course_module (module_id);

create table waypost_read.course_total (
  course_id   bigint  primary key,
  total_posts integer not null
);

create table waypost_read.learner_post (
  user_id            bigint  not null,
  post_id            bigint  not null,
  completed_at       timestamptz,
  via                text,
  waived_at          timestamptz,
  waived_by          bigint,
  counts             boolean not null generated always as (completed_at is not null or waived_at is not null) stored,
  last_activity_at   timestamptz,
  watched_percent    integer,
  best_score_percent integer,
  attempts           integer not null,
  decided_type       text,
  decided_event_id   text,
  decided_at         timestamptz,
  primary key (user_id, post_id)
);

create index on waypost_read.learner_post (post_id);

create table waypost_read.course_progress (
  user_id          bigint  not null,
  course_id        bigint  not null,
  completed_posts  integer not null,
  last_activity_at timestamptz,
  completed_at     timestamptz,
  primary key (user_id, course_id)
);

comment on table waypost_read.progress_folded is
  'The sequence number of the last event of each aggregate that is folded in. It stays when courses, modules and users are gone';
comment on column waypost_read.progress_post.added_at is 'When the post came into the module';
comment on column waypost_read.progress_course_module.added_at is 'When the module came into the course, the last time';
comment on table waypost_read.course_total is 'How many posts a course shows; no row if none';
comment on column waypost_read.learner_post.counts is 'Whether the post counts as completed';
comment on column waypost_read.learner_post.decided_event_id is 'The event that made the post count';
comment on table waypost_read.course_progress is
  'For every course that shows a post the user did something with, and every course the user completed, assigned or not';

grant select, insert, update, delete
   on waypost_read.progress_folded, waypost_read.progress_post, waypost_read.progress_course_module,
      waypost_read.course_total, waypost_read.learner_post, waypost_read.course_progress
   to waypost_query;

insert into waypost_rebuild.view_table (view_name, place, table_name)
values ('progress', 1, 'progress_folded'),
       ('progress', 2, 'progress_post'),
       ('progress', 3, 'progress_course_module'),
       ('progress', 4, 'course_total'),
       ('progress', 5, 'learner_post'),
       ('progress', 6, 'course_progress');
