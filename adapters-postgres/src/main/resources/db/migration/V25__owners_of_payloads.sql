-- To whom stored bytes belong: every entry of a history names them. Without the list of pending entries that such an index usually
-- has: it would be worked off by whoever happens to append, while all others wait for their turn in the chain.
create index journal_entry_payloads on journal_entry using gin (payloads) with (fastupdate = off) where payloads <> '{}';
