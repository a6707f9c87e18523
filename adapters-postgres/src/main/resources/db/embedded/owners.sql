do $$
declare
    made record;
begin
    for made in
        select oid::regclass as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
    loop
        execute format('alter table %s owner to mlconnector', made.name);
    end loop;
    for made in
        -- Sequences of a column go with their table.
        select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and not exists
            (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))
    loop
        execute format('alter sequence %s owner to mlconnector', made.name);
    end loop;
    for made in
        select oid::regprocedure as name from pg_proc where pronamespace = 'public'::regnamespace
    loop
        execute format('alter routine %s owner to mlconnector', made.name);
    end loop;
end
$$;

