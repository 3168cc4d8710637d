-- The roles of Waypost, made once per server by a superuser. docker/postgres makes the same with passwords.
--
-- waypost_owner owns the schemas and runs the migrations; waypost_command and waypost_query are what the two sides work
-- with, each allowed what it must; waypost_standalone is both, for the service that runs both sides in one process.
do $$
begin
  if not exists (select from pg_roles where rolname = 'waypost_owner') then
    create role waypost_owner login;
    create role waypost_command login;
    create role waypost_query login;
    create role waypost_standalone login in role waypost_command, waypost_query;
  end if;
end
$$;
