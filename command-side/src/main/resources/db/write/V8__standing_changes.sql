-- How often anybody's standing has changed: whoever knows the number knows whether what it remembers still holds, without
-- asking for each user. A sequence would not do, whose numbers are seen before the change that they stand for.
create table waypost_write.standing_change (
  only_row boolean primary key default true check (only_row),
  number   bigint  not null
);

insert into waypost_write.standing_change (number) values (0);

create function waypost_write.count_standing_change() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update waypost_write.standing_change set number = number + 1;
  return null;
end
$$;

-- In the database, so that a change made by hand counts as well.
create trigger account_standing_changed
  after update of role, is_active on waypost_write.account
  for each row when ((old.role, old.is_active) is distinct from (new.role, new.is_active))
  execute function waypost_write.count_standing_change();

create trigger account_erased
  after delete on waypost_write.account
  for each row execute function waypost_write.count_standing_change();

grant select on waypost_write.standing_change to waypost_command, waypost_query;
