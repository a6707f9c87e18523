-- Documents whose answer is awaited are looked for every few seconds; the search must not grow with what was answered.
create index document_awaited on document (connection, id) where acknowledgement = 'awaited';
