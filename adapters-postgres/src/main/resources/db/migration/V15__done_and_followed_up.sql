-- A document that is done may have something due all the same, such as the attachments of a posted invoice. What has nothing due
-- stays out of the index, however many documents are done.
drop index document_due;
create index document_due on document (connection, direction, coalesce(claimed_until, due_at), id)
    where condition in ('moving', 'waiting', 'unknown', 'done') and coalesce(claimed_until, due_at) is not null;
