-- What people look for, in a table of its own: a document changes often, these texts hardly ever. Of documents that are older
-- than this migration the numbers are known, and not what is in them.
create table document_text (
    document text collate "C" primary key,
    numbers text not null,
    content text not null default '',
    -- Words of one or two characters, which are looked for by themselves: an index over parts of words knows none of them.
    short text not null generated always as
        (' ' || regexp_replace(numbers || E'\n' || content, '[[:alnum:]]{3,}|[^[:alnum:]]+', ' ', 'g') || ' ') stored
);

insert into document_text (document, numbers)
select id, concat_ws(E'\n', id, partner, legal_entity, order_number, confirmation_number, invoice_number, control_number, file_name)
from document;

create index document_with_reason on document (id) where reason is not null;

do $$
begin
    if exists (select 1 from pg_extension where extname = 'pg_trgm') then
        create index document_text_words on document_text using gin
            (numbers gin_trgm_ops, content gin_trgm_ops, short gin_trgm_ops);
        create index document_reason on document using gin ((reason ->> 'message') gin_trgm_ops) where reason is not null;
    end if;
end
$$;
