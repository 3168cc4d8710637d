with event as materialized (
  select (payload::jsonb ->> 'module_id')::bigint as id, sequence_number as version, event_type as type,
         occurred_at::timestamptz as at, payload::jsonb as payload
    from waypost_write.domain_event
   where event_type in ('ModuleCreated', 'ModuleRevised', 'PostAddedToModule', 'PostRevised', 'PostMovedInModule',
                        'ModulePostsReordered', 'PostRemovedFromModule', 'ModuleDeleted')),
life as (
  select id, min(at) filter (where type = 'ModuleCreated') as created_at, max(at) as updated_at, max(version) as version
    from event
   group by id
  having not bool_or(type = 'ModuleDeleted')),
texts as (
  select distinct on (id) id, payload ->> 'title' as title, payload ->> 'description' as description,
         payload ->> 'color' as color
    from event
   where type in ('ModuleCreated', 'ModuleRevised')
   order by id, version desc),
posts as (
  select distinct on (id) id, payload -> 'post_ids' as ids
    from event
   where payload ? 'post_ids'
   order by id, version desc),
contents as (
  select distinct on (payload -> 'post_id') (payload ->> 'post_id')::bigint as post_id,
         payload ->> 'title' as title, payload ->> 'description' as description, payload -> 'content' as content,
         at as updated_at,
         min(at) over (partition by payload -> 'post_id') as created_at
    from event
   where type in ('PostAddedToModule', 'PostRevised')
   order by payload -> 'post_id', version desc),
module as (
  insert into waypost_ceiling.module (id, title, description, color, created_at, updated_at, version)
  select id, title, description, color, created_at, updated_at, version from life join texts using (id))
insert into waypost_ceiling.post (id, module_id, title, description, type, content, ordering, created_at, updated_at)
select c.post_id, life.id, c.title, c.description, c.content ->> 'type', c.content - 'type', child.place - 1,
       c.created_at, c.updated_at
  from life join posts using (id)
       cross join lateral jsonb_array_elements_text(ids) with ordinality as child (id, place)
       join contents c on c.post_id = child.id::bigint
