with event as materialized (
  select (payload::jsonb ->> 'learner_id')::bigint as user_id, (payload::jsonb ->> 'course_id')::bigint as course_id,
         (payload::jsonb ->> 'user_id')::bigint as erased, global_index as position, event_type as type,
         occurred_at::timestamptz as at
    from waypost_write.domain_event
   where event_type in ('CourseAssignedToLearner', 'CourseUnassignedFromLearner', 'UserErased'))
insert into waypost_ceiling.user_course (user_id, course_id, assigned_at)
select user_id, course_id, at
  from (select distinct on (user_id, course_id) user_id, course_id, type, at
          from event
         where user_id is not null
         order by user_id, course_id, position desc) as last
 where type = 'CourseAssignedToLearner' and user_id not in (select erased from event where erased is not null)
