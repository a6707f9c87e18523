-- All entries of all documents and files in one chain, in the order in which they were committed (docs/decisions/0010).

-- The collation of the ids that it names; otherwise a join with a document cannot use the primary key.
alter table journal_entry disable trigger journal_entry_stays;
alter table journal_entry alter column owner type text collate "C";

-- Where the chain ends. The row is locked from the first entry of a transaction until it commits: positions rise in the
-- order of the commits, without holes. So every transaction writes its entries last.
create table journal_head (
    only_one  boolean primary key default true check (only_one),
    position  bigint not null check (position >= 0),
    link      text not null check (link ~ '^[0-9a-f]{64}$')
) with (fillfactor = 10);

insert into journal_head (position, link) values (0, repeat('0', 64));

create function journal_link(previous text, place bigint, hash text) returns text language sql immutable strict as $$
    select encode(sha256(convert_to(previous || ':' || place || ':' || hash, 'UTF8')), 'hex')
$$;

alter table journal_entry add column position bigint, add column link text;

-- What is there already, by time; never an entry before those that precede it in its own history, even if a clock was
-- set back between them.
do $$
declare
    head journal_head;
    entry record;
begin
    select * into head from journal_head;
    for entry in
        select owner, number, hash from (
            select owner, number, hash, max(at) over (partition by owner order by number) as since
            from journal_entry) e
        order by since, owner, number
    loop
        head.position := head.position + 1;
        head.link := journal_link(head.link, head.position, entry.hash);
        update journal_entry set position = head.position, link = head.link
        where owner = entry.owner and number = entry.number;
    end loop;
    update journal_head set position = head.position, link = head.link;
end
$$;

alter table journal_entry
    alter column position set not null,
    alter column link set not null,
    add constraint journal_entry_position unique (position),
    add constraint journal_entry_link check (position >= 1 and link ~ '^[0-9a-f]{64}$');

alter table journal_entry enable trigger journal_entry_stays;

create trigger journal_entry_is_not_emptied before truncate on journal_entry
    for each statement execute function journal_entry_stays();

create function journal_entry_is_anchored() returns trigger language plpgsql as $$
begin
    update journal_head as h
    set position = h.position + 1, link = journal_link(h.link, h.position + 1, new.hash)
    returning h.position, h.link into new.position, new.link;
    if not found then
        raise exception 'The head of the history is missing: restore the row of journal_head from a backup';
    end if;
    return new;
end
$$;

create trigger journal_entry_is_anchored before insert on journal_entry
    for each row execute function journal_entry_is_anchored();
