-- The head of the chain is written once for each statement instead of once for each entry. Within one transaction each new
-- version of the row had to be found behind all earlier ones, so that the time for n entries grew with the square of n: some
-- ten thousand entries of one statement outlasted the time that a statement has. Positions and links stay what they were.

drop trigger journal_entry_is_anchored on journal_entry;
drop function journal_entry_is_anchored();

-- While a statement works, the end of the chain is in a setting of the transaction; only the holder of the lock writes it.
create function journal_chain_begins() returns trigger language plpgsql as $$
declare
    head journal_head;
begin
    select * into head from journal_head for update;
    if not found then
        raise exception 'The head of the history is missing: restore the row of journal_head from a backup';
    end if;
    perform set_config('mlconnector.position', head.position::text, true);
    perform set_config('mlconnector.link', head.link, true);
    return null;
end
$$;

create function journal_entry_is_anchored() returns trigger language plpgsql as $$
begin
    new.position := current_setting('mlconnector.position')::bigint + 1;
    new.link := journal_link(current_setting('mlconnector.link'), new.position, new.hash);
    perform set_config('mlconnector.position', new.position::text, true);
    perform set_config('mlconnector.link', new.link, true);
    return new;
end
$$;

create function journal_chain_ends() returns trigger language plpgsql as $$
begin
    update journal_head as h
    set position = current_setting('mlconnector.position')::bigint, link = current_setting('mlconnector.link')
    where h.position <> current_setting('mlconnector.position')::bigint;
    return null;
end
$$;

create trigger journal_chain_begins before insert on journal_entry
    for each statement execute function journal_chain_begins();
create trigger journal_entry_is_anchored before insert on journal_entry
    for each row execute function journal_entry_is_anchored();
create trigger journal_chain_ends after insert on journal_entry
    for each statement execute function journal_chain_ends();
