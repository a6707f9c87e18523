-- Who looks after a document, and until when it is left out where work is listed.
alter table document
    add column assignee text check (length(assignee) between 1 and 100),
    add column snoozed_until timestamptz;

create index document_assignee on document (assignee, id) where assignee is not null;
