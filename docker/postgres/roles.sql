-- The roles and the database of Waypost, made once when the volume is empty. The passwords come from the environment.
-- What each role may do is granted by the migrations.

\getenv owner_password WAYPOST_OWNER_PASSWORD
\getenv command_password WAYPOST_COMMAND_PASSWORD
\getenv query_password WAYPOST_QUERY_PASSWORD

create role waypost_owner login password :'owner_password';
create role waypost_command login password :'command_password';
create role waypost_query login password :'query_password';

create database waypost owner waypost_owner;
