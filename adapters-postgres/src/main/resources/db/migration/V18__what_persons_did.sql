-- What persons did, newest first: of all, and of one.
create index journal_entry_by_person on journal_entry (at desc, position desc) where actor <> 'daemon';
create index journal_entry_of_person on journal_entry (actor, at desc, position desc) where actor <> 'daemon';
