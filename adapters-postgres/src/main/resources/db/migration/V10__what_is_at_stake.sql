-- What an invoice is worth and when waiting begins to cost, for people who choose what to look at first.
alter table document
    add column amount   numeric,
    add column currency text,
    add column due      date,
    add constraint document_worth check ((amount is null) = (currency is null));

-- Stuck documents by their cause.
drop index document_cause;
create index document_cause on document (cause_key, condition) where cause_key is not null;
