-- A large file enters in parts: from which byte on its documents are still to be entered. Null: all of it was entered.
alter table file add column entered_to bigint;

-- The folders ask for it at every start, and hardly any file has it.
create index file_unfinished on file (connection, folder) where entered_to is not null;
