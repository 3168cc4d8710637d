with structure as materialized (
  select aggregate_id, sequence_number as version, event_type as type, occurred_at::timestamptz as at,
         payload::jsonb as payload
    from waypost_write.domain_event
   where event_type in ('ModuleAddedToCourse', 'ModuleMovedInCourse', 'CourseModulesReordered',
                        'ModuleRemovedFromCourse', 'CourseDeleted', 'PostAddedToModule', 'PostMovedInModule',
                        'ModulePostsReordered', 'PostRemovedFromModule', 'ModuleDeleted')),
learning as materialized (
  select e.global_index as position, e.event_id, e.aggregate_id, e.sequence_number as version, e.event_type as type,
         e.occurred_at::timestamptz as at, p.*
    from waypost_write.domain_event e
         cross join lateral jsonb_to_record(e.payload::jsonb)
           as p (learner_id bigint, post_id bigint, course_id bigint, completed_at timestamptz, via text,
                 watched_percent integer, score_percent integer, attempt integer)
   where e.event_type in ('PostCompleted', 'PostReopened', 'QuizAttempted', 'VideoWatched', 'CourseCompleted')),
reopened as (
  select learner_id, post_id, max(position) as position
    from learning
   where type = 'PostReopened'
   group by learner_id, post_id),
done as materialized (
  select l.learner_id as user_id, l.post_id,
         max(l.completed_at) filter (where l.position > coalesce(r.position, 0)) as completed_at,
         max(l.via) filter (where l.position > coalesce(r.position, 0)) as via,
         max(l.at) as last_activity_at,
         max(l.watched_percent) as watched_percent, max(l.score_percent) as best_score_percent,
         coalesce(max(l.attempt), 0) as attempts,
         max(l.event_id) filter (where l.type = 'PostCompleted' and l.position > coalesce(r.position, 0))
           as decided_event_id,
         max(l.at) filter (where l.type = 'PostCompleted' and l.position > coalesce(r.position, 0)) as decided_at
    from learning l left join reopened r on r.learner_id = l.learner_id and r.post_id = l.post_id
   where l.type <> 'CourseCompleted'
   group by l.learner_id, l.post_id),
modules as materialized (
  select course_id, child.id::bigint as module_id, child.place - 1 as ordering
    from (select distinct on (aggregate_id) (payload ->> 'course_id')::bigint as course_id, payload -> 'module_ids' as ids
            from structure
           where payload ? 'module_ids'
           order by aggregate_id, version desc) as last
         cross join lateral jsonb_array_elements_text(ids) with ordinality as child (id, place)),
posts as materialized (
  select module_id, child.id::bigint as post_id, child.place - 1 as ordering
    from (select distinct on (aggregate_id) (payload ->> 'module_id')::bigint as module_id, payload -> 'post_ids' as ids
            from structure
           where payload ? 'post_ids'
           order by aggregate_id, version desc) as last
         cross join lateral jsonb_array_elements_text(ids) with ordinality as child (id, place)),
course_completed as (
  select learner_id as user_id, course_id, min(completed_at) as completed_at
    from learning
   where type = 'CourseCompleted'
   group by learner_id, course_id),
progress_folded as (
  insert into waypost_ceiling.progress_folded (aggregate_id, version)
  select aggregate_id, max(version) from learning group by aggregate_id
   union all
  select aggregate_id, max(version) from structure group by aggregate_id),
progress_post as (
  insert into waypost_ceiling.progress_post (module_id, post_id, ordering, added_at)
  select posts.module_id, posts.post_id, posts.ordering, s.at
    from posts join structure s on s.type = 'PostAddedToModule' and (s.payload ->> 'post_id')::bigint = posts.post_id),
progress_course_module as (
  insert into waypost_ceiling.progress_course_module (course_id, module_id, ordering, added_at)
  select m.course_id, m.module_id, m.ordering, s.at
    from modules m
         join structure s on s.type = 'ModuleAddedToCourse' and (s.payload ->> 'course_id')::bigint = m.course_id
                         and (s.payload ->> 'module_id')::bigint = m.module_id),
course_total as (
  insert into waypost_ceiling.course_total (course_id, total_posts)
  select course_id, count(*) from modules join posts using (module_id) group by course_id),
learner_post as (
  insert into waypost_ceiling.learner_post (user_id, post_id, completed_at, via, last_activity_at, watched_percent,
                                    best_score_percent, attempts, decided_type, decided_event_id, decided_at)
  select user_id, post_id, completed_at, via, last_activity_at, watched_percent, best_score_percent, attempts,
         case when decided_at is not null then 'PostCompleted' end, decided_event_id, decided_at
    from done)
insert into waypost_ceiling.course_progress (user_id, course_id, completed_posts, last_activity_at, completed_at)
select user_id, course_id, coalesce(completed_posts, 0), last_activity_at, completed_at
  from (select done.user_id, modules.course_id, count(done.completed_at) as completed_posts,
               max(done.last_activity_at) as last_activity_at
          from done join posts using (post_id) join modules using (module_id)
         group by done.user_id, modules.course_id) as counted
       full join course_completed using (user_id, course_id)
