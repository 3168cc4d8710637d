-- What the lookups of the command side hold after a history in which nothing was deleted, and no course taken from anyone.
-- Users are known already.
insert into waypost_write.module_lookup (module_id, title, description, color)
select distinct on (aggregate_id)
       (payload ->> 'module_id')::bigint, payload ->> 'title', payload ->> 'description', payload ->> 'color'
  from waypost_write.event_log
 where event_type in ('ModuleCreated', 'ModuleRevised')
 order by aggregate_id, sequence_number desc;

insert into waypost_write.course_module_lookup (course_id, module_id)
select (payload ->> 'course_id')::bigint, (payload ->> 'module_id')::bigint
  from waypost_write.event_log
 where event_type = 'ModuleAddedToCourse';

insert into waypost_write.post_lookup (post_id, module_id, revision, content)
select post_id, module_id, count(*),
       case when last_content ->> 'type' in ('quiz', 'video') then last_content end
  from (select (payload ->> 'post_id')::bigint as post_id,
               (payload ->> 'module_id')::bigint as module_id,
               last_value(payload -> 'content') over (partition by payload ->> 'post_id' order by position
                                                      rows between unbounded preceding and unbounded following)
                 as last_content
          from waypost_write.event_log
         where event_type in ('PostAddedToModule', 'PostRevised')) as version
 group by post_id, module_id, last_content;

insert into waypost_write.course_lookup (course_id, title, description, created_at, updated_at, module_count)
select (texts.payload ->> 'course_id')::bigint,
       texts.payload ->> 'title',
       texts.payload ->> 'description',
       life.created_at,
       life.updated_at,
       life.module_count
  from (select aggregate_id,
               min(occurred_at) as created_at,
               max(occurred_at) as updated_at,
               count(*) filter (where event_type = 'ModuleAddedToCourse') as module_count
          from waypost_write.event_log
         where aggregate_id like 'course-%'
         group by aggregate_id) as life
       join (select distinct on (aggregate_id) aggregate_id, payload
               from waypost_write.event_log
              where event_type in ('CourseCreated', 'CourseRevised')
              order by aggregate_id, sequence_number desc) as texts using (aggregate_id);

insert into waypost_write.group_member_lookup (group_id, user_id, role)
select group_id, user_id, role
  from (select distinct on (1, 2)
               (payload ->> 'group_id')::bigint as group_id,
               (payload ->> 'user_id')::bigint as user_id,
               payload ->> 'role' as role,
               event_type
          from waypost_write.event_log
         where event_type in ('MemberAddedToGroup', 'MemberRoleChanged', 'MemberRemovedFromGroup')
         order by 1, 2, position desc) as change
 where event_type <> 'MemberRemovedFromGroup';

insert into waypost_write.group_course_lookup (group_id, course_id)
select (payload ->> 'group_id')::bigint, (payload ->> 'course_id')::bigint
  from waypost_write.event_log
 where event_type = 'CourseAssignedToGroup';

insert into waypost_write.learner_course_lookup (user_id, course_id)
select (payload ->> 'learner_id')::bigint, (payload ->> 'course_id')::bigint
  from waypost_write.event_log
 where event_type = 'CourseAssignedToLearner';

insert into waypost_write.learner_post_lookup (user_id, post_id)
select user_id, post_id
  from (select distinct on (1, 2)
               (payload ->> 'learner_id')::bigint as user_id,
               (payload ->> 'post_id')::bigint as post_id,
               event_type
          from waypost_write.event_log
         where event_type in ('PostCompleted', 'PostReopened')
         order by 1, 2, position desc) as change
 where event_type = 'PostCompleted';

insert into waypost_write.learner_course_completion_lookup (user_id, course_id)
select (payload ->> 'learner_id')::bigint, (payload ->> 'course_id')::bigint
  from waypost_write.event_log
 where event_type = 'CourseCompleted';
