-- Received files are found among any number: by partner, and by parts of what is written in their row.
create index file_partner on file (partner, id);

do $$
begin
    if exists (select 1 from pg_extension where extname = 'pg_trgm') then
        create index file_words on file using gin
            ((id collate "default" || E'\n' || partner || E'\n' || folder || E'\n' || name) gin_trgm_ops);
    end if;
end
$$;
