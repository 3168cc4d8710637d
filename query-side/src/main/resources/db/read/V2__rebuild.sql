-- A rebuild fills tables in a schema of its own, which then take the place of the live ones.
--
-- That needs CREATE, DROP and ALTER, which the role of the query side does not have and shall not have: it could then
-- drop anything in the schema. The two functions below do just this much for it with the rights of the owner. So every
-- table, rebuilt or not, belongs to the role that runs the migrations, and a later migration alters it like any other.
-- A migration that alters a table of a view also starts its rebuild over:
--   update waypost_read.projection_rebuild set started_at = null, token = null, position = 0;

create schema waypost_rebuild;

create table waypost_rebuild.view_table (
  table_name text    primary key,
  view_name  text    not null,
  place      integer not null,
  unique (view_name, place)
);

comment on table waypost_rebuild.view_table is
  'The tables in waypost_read that a rebuild may replace, in the order in which they are locked';

insert into waypost_rebuild.view_table (view_name, place, table_name)
values ('course-outline', 1, 'course'),
       ('course-outline', 2, 'course_module'),
       ('module-outline', 1, 'module'),
       ('module-outline', 2, 'post');

create function waypost_rebuild.create_tables(of_view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  name text;
begin
  for name in select t.table_name from waypost_rebuild.view_table t where t.view_name = of_view order by t.place loop
    execute format('drop table if exists waypost_rebuild.%I', name);
    execute format('create table waypost_rebuild.%1$I (like waypost_read.%1$I including all)', name);
    execute format('grant select, insert, update, delete on waypost_rebuild.%I to waypost_query', name);
  end loop;
end
$$;

comment on function waypost_rebuild.create_tables is 'Creates empty tables for a rebuild, replacing those of an earlier one';

create function waypost_rebuild.swap_tables(of_view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  name text;
begin
  for name in select t.table_name from waypost_rebuild.view_table t where t.view_name = of_view order by t.place loop
    execute format('drop table waypost_read.%I', name);
    execute format('alter table waypost_rebuild.%I set schema waypost_read', name);
  end loop;
end
$$;

comment on function waypost_rebuild.swap_tables is 'Puts the rebuilt tables in the place of the live ones';

revoke all on function waypost_rebuild.create_tables(text), waypost_rebuild.swap_tables(text) from public;
grant execute on function waypost_rebuild.create_tables(text), waypost_rebuild.swap_tables(text) to waypost_query;
grant usage on schema waypost_rebuild to waypost_query;
grant select on waypost_rebuild.view_table to waypost_query;
