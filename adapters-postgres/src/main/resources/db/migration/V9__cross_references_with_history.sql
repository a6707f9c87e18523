-- Who entered a translation, when and why, for which legal entity and which days; a removed one stays, with its history.

-- Read so far: those before it in their order. Two spellings of one word could stand side by side; the first one counted.
delete from cross_reference c using cross_reference earlier
where earlier.partner = c.partner and earlier.kind = c.kind and upper(earlier.theirs) = upper(c.theirs)
  and earlier.theirs < c.theirs;

create sequence cross_reference_version;

alter table cross_reference
    add column id              text collate "C",
    add column legal_entity    text not null default '',
    add column effective_from  date,
    add column effective_until date,
    add column version         bigint not null default nextval('cross_reference_version'),
    add column changed_at      timestamptz,
    add column changed_by      text,
    add column reason          text,
    -- The payload that names all that were entered with it at once; null where it has an entry of its own.
    add column entered_with    text,
    add column removed         boolean not null default false;

update cross_reference
set id = 'xr-' || substr(encode(sha256(convert_to(partner || ':' || kind || ':' || theirs, 'UTF8')), 'hex'), 1, 17);

alter table cross_reference
    drop constraint cross_reference_pkey,
    alter column id set not null,
    add primary key (id);

-- What was changed since the last look.
create unique index cross_reference_version_index on cross_reference (version);
