-- The intent to remove a file at the gateway is stored before the removal.
alter table file add column removal_intended_at timestamptz;

-- Documents of one sequence run in the order in which they entered. Their ids begin with the time, and clocks of several
-- daemons differ and are set back.
alter table document add column entered bigint;
update document d set entered = o.place
from (select id, row_number() over (order by id) as place from document) o where o.id = d.id;
create sequence document_entered owned by document.entered;
select setval('document_entered', coalesce((select max(entered) from document), 0) + 1, false);
alter table document alter column entered set default nextval('document_entered');
alter table document alter column entered set not null;
drop index document_sequence;
create index document_sequence on document (sequence_key, entered) where sequence_key is not null;
