with event as materialized (
  select (payload::jsonb ->> 'course_id')::bigint as id, sequence_number as version, event_type as type,
         occurred_at::timestamptz as at, payload::jsonb as payload
    from waypost_write.domain_event
   where event_type in ('CourseCreated', 'CourseRevised', 'ModuleAddedToCourse', 'ModuleMovedInCourse',
                        'CourseModulesReordered', 'ModuleRemovedFromCourse', 'CourseDeleted')),
life as (
  select id, min(at) filter (where type = 'CourseCreated') as created_at, max(at) as updated_at, max(version) as version
    from event
   group by id
  having not bool_or(type = 'CourseDeleted')),
texts as (
  select distinct on (id) id, payload ->> 'title' as title, payload ->> 'description' as description
    from event
   where type in ('CourseCreated', 'CourseRevised')
   order by id, version desc),
modules as (
  select distinct on (id) id, payload -> 'module_ids' as ids
    from event
   where payload ? 'module_ids'
   order by id, version desc),
course as (
  insert into waypost_ceiling.course (id, title, description, created_at, updated_at, version)
  select id, title, description, created_at, updated_at, version from life join texts using (id))
insert into waypost_ceiling.course_module (course_id, module_id, ordering)
select life.id, child.id::bigint, child.place - 1
  from life join modules using (id)
       cross join lateral jsonb_array_elements_text(ids) with ordinality as child (id, place)
