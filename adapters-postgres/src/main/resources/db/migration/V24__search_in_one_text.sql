-- What people look for is one text with the reason for which a document stands still, so that one look into one index answers
-- for all words at once: the words of a sentence are each a part of very many texts, and together of few.
alter table document_text rename column numbers to particulars;

drop index if exists document_text_words;
drop index if exists document_reason;
drop index document_with_reason;

-- All by which a document is found that is in its own row.
create function document_particulars(d document) returns text language sql stable as $$
    select concat_ws(E'\n', d.id, d.partner, d.legal_entity, d.order_number, d.confirmation_number, d.invoice_number,
        d.control_number, d.file_name, d.reason ->> 'message')
$$;

update document_text t set particulars = document_particulars(d)
from document d where d.id = t.document and d.reason is not null;

create function document_text_follows() returns trigger language plpgsql as $$
begin
    update document_text set particulars = document_particulars(new) where document = new.id;
    return null;
end
$$;

create trigger document_text_follows after update on document for each row
    when ((old.partner, old.legal_entity, old.order_number, old.confirmation_number, old.invoice_number, old.control_number,
            old.file_name, old.reason ->> 'message')
        is distinct from (new.partner, new.legal_entity, new.order_number, new.confirmation_number, new.invoice_number,
            new.control_number, new.file_name, new.reason ->> 'message'))
    execute function document_text_follows();

do $$
begin
    if exists (select 1 from pg_extension where extname = 'pg_trgm') then
        create index document_text_words on document_text using gin
            ((particulars || E'\n' || content) gin_trgm_ops, short gin_trgm_ops);
    end if;
end
$$;
