-- What people look at first: what stands still, what arrived in the last hours, and how long it took.
alter table document add column arrived_at timestamptz;

create function document_arrives() returns trigger language plpgsql as $$
begin
    if new.condition = 'done' and new.arrived_at is null then
        new.arrived_at := new.changed_at;
    end if;
    return new;
end
$$;

create trigger document_arrives before insert or update of condition on document
    for each row execute function document_arrives();

create index document_arrived on document (arrived_at) where arrived_at is not null;
create index document_created on document (created_at);
create index document_open on document (condition, id) where condition in ('moving', 'waiting', 'held', 'unknown', 'failed');
create index document_answer on document (acknowledgement, id) where acknowledgement in ('awaited', 'overdue', 'rejected');

-- The search for a part of a number. A database whose administrator does not allow the extension is searched without it: more slowly.
do $$
begin
    create extension if not exists pg_trgm;
exception when others then
    raise notice 'pg_trgm is not available: the search for a part of a number reads every document';
end
$$;
do $$
begin
    if exists (select 1 from pg_extension where extname = 'pg_trgm') then
        execute 'create index document_mentions on document using gin ('
            || 'order_number gin_trgm_ops, confirmation_number gin_trgm_ops, invoice_number gin_trgm_ops,'
            || ' control_number gin_trgm_ops, file_name gin_trgm_ops)';
    end if;
end
$$;
