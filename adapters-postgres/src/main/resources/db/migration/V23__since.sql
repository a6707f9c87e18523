-- Since when a document is doing what it does: a comment, an assignment or another try that ends for the same cause is no new
-- beginning. Null on documents that are older than this migration and have done nothing since: then it is changed_at.
alter table document
    add column since       timestamptz,
    add column stood_for   text,
    add column stood_since timestamptz;

update document set since = changed_at, stood_for = cause_key, stood_since = changed_at where condition in ('held', 'failed');

create function document_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.cause_key is not distinct from old.cause_key and new.acknowledgement = old.acknowledgement
        and (new.condition = old.condition
            or (new.condition in ('moving', 'waiting') and old.condition in ('moving', 'waiting'))) then
        return new;
    end if;
    new.since := new.changed_at;
    if new.condition in ('held', 'failed') then
        if new.stood_for = new.cause_key then
            new.since := new.stood_since;
        end if;
        new.stood_for := new.cause_key;
        new.stood_since := new.since;
    elsif new.condition not in ('moving', 'waiting', 'unknown') then
        new.stood_for := null;
        new.stood_since := null;
    end if;
    return new;
end
$$;

create trigger document_stands before insert or update of condition, acknowledgement, cause_key on document
    for each row execute function document_stands();
