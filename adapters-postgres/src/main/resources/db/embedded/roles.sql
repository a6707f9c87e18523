do $$
begin
    if not exists (select from pg_roles where rolname = 'mlconnector') then
        create role mlconnector;
    end if;
end
$$;

set password_encryption = 'scram-sha-256';

alter role mlconnector login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ':password';

alter role postgres password null;

do $$
begin
    if not exists (select from pg_database where datname = 'mlconnector') then
        alter database postgres rename to mlconnector;
    end if;
end
$$;

alter database mlconnector owner to mlconnector;

