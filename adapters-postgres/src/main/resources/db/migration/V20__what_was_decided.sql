-- What persons decided about documents that stood still, by cause, newest first.
create index journal_entry_decided on journal_entry ((details ->> 'cause'), at desc, position desc)
    where actor <> 'daemon' and details ->> 'cause' is not null;
