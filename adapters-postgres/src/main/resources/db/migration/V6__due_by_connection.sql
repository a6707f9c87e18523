-- Each connection has a share of what a daemon works on at once, and its oldest due documents are asked for by themselves.
drop index document_due;
create index document_due on document (connection, coalesce(claimed_until, due_at), id)
    where condition in ('moving', 'waiting', 'unknown');
