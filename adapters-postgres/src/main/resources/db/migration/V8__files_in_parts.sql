-- A large file enters in parts: from which byte on its documents are still to be entered. Null: all of it was entered.
alter table file add column entered_to bigint;

-- The folders ask for it at every start, and hardly any file has it.
create index file_unfinished on file (connection, folder) where entered_to is not null;

-- Within a connection both directions take turns, and the oldest due documents of each are asked for by themselves.
drop index document_due;
create index document_due on document (connection, direction, coalesce(claimed_until, due_at), id)
    where condition in ('moving', 'waiting', 'unknown');
