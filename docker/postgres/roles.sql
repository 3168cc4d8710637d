-- The roles and the database of Waypost, made once when the volume is empty. The passwords come from the environment.
-- What each role may do is granted by the migrations.

\getenv owner_password WAYPOST_OWNER_PASSWORD
\getenv command_password WAYPOST_COMMAND_PASSWORD
\getenv query_password WAYPOST_QUERY_PASSWORD

create role waypost_owner login password :'owner_password';
create role waypost_command login password :'command_password';
create role waypost_query login password :'query_password';

-- The owner may alter the views' tables, which the query side owns so that it can swap them after a rebuild.
grant waypost_query to waypost_owner;

create database waypost owner waypost_owner;
