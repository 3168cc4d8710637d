-- Rebuilt tables take the place of the live ones with statistics of their rows. Without, the planner takes them for small
-- until autovacuum comes by, and that may be after a minute of slow answers. Only the owner may gather statistics.

create function waypost_rebuild.analyze_tables(of_view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  name text;
begin
  for name in select t.table_name from waypost_rebuild.view_table t where t.view_name = of_view order by t.place loop
    execute format('analyze waypost_rebuild.%I', name);
  end loop;
end
$$;

comment on function waypost_rebuild.analyze_tables is 'Lets the planner know what the rebuilt tables hold';

revoke all on function waypost_rebuild.analyze_tables(text) from public;
grant execute on function waypost_rebuild.analyze_tables(text) to waypost_query;
