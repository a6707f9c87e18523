-- What fixes of causes wrote into histories, by fix.
create index journal_entry_fix on journal_entry ((details ->> 'fix'), position)
    where actor <> 'daemon' and details ->> 'fix' is not null;
