with event as materialized (
  select (payload::jsonb ->> 'group_id')::bigint as id, sequence_number as version, event_type as type,
         occurred_at::timestamptz as at, payload::jsonb as payload, (payload::jsonb ->> 'user_id')::bigint as user_id
    from waypost_write.domain_event
   where event_type in ('GroupCreated', 'GroupRevised', 'MemberAddedToGroup', 'MemberRoleChanged',
                        'GroupOwnershipInherited', 'MemberRemovedFromGroup', 'CourseAssignedToGroup',
                        'GroupCoursesReordered', 'CourseUnassignedFromGroup', 'GroupDeleted')),
life as (
  select id, min(at) filter (where type = 'GroupCreated') as created_at, max(at) as updated_at, max(version) as version,
         count(*) filter (where type = 'MemberAddedToGroup')
           - count(*) filter (where type = 'MemberRemovedFromGroup') as member_count,
         min((payload ->> 'created_by')::bigint) as created_by
    from event
   group by id
  having not bool_or(type = 'GroupDeleted')),
texts as (
  select distinct on (id) id, payload ->> 'name' as name, payload ->> 'description' as description
    from event
   where type in ('GroupCreated', 'GroupRevised')
   order by id, version desc),
courses as (
  select distinct on (id) id, payload -> 'course_ids' as ids
    from event
   where payload ? 'course_ids'
   order by id, version desc),
member as (
  select distinct on (id, user_id) id, user_id, type, at as updated_at,
         case type when 'GroupOwnershipInherited' then 'owner' else payload ->> 'role' end as role,
         max(at) filter (where type = 'MemberAddedToGroup') over who as joined_at,
         max(version) filter (where type = 'MemberAddedToGroup') over who as joined_version
    from event
   where user_id is not null
  window who as (partition by id, user_id)
   order by id, user_id, version desc),
user_group as (
  insert into waypost_ceiling.user_group (id, name, description, created_by, created_at, updated_at, member_count, version)
  select id, name, description, created_by, created_at, updated_at, member_count, version
    from life join texts using (id)),
group_member as (
  insert into waypost_ceiling.group_member (group_id, user_id, role, joined_at, joined_version, updated_at)
  select id, user_id, role, joined_at, joined_version, member.updated_at
    from member join life using (id)
   where type <> 'MemberRemovedFromGroup')
insert into waypost_ceiling.group_course (group_id, course_id, ordering)
select life.id, child.id::bigint, child.place - 1
  from life join courses using (id)
       cross join lateral jsonb_array_elements_text(ids) with ordinality as child (id, place)
