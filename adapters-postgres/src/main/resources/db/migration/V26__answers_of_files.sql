-- What a file brought, and what we answered to it: before, both were one number.
alter table file add column answers integer not null default 0;

update file f set answers = a.answers, documents = greatest(0, f.documents - a.answers)
from (select file, count(*)::int as answers from document where file is not null and direction = 'outbound' group by file) a
where a.file = f.id;
