-- Files that were taken before the database was put back to an earlier time, as is remembered outside of it.
create table taken_before_restoration (
    connection text not null,
    folder     text not null,
    name       text not null,
    state      text not null,
    size       bigint not null,
    content    text not null,
    taken_at   timestamptz not null,
    primary key (connection, folder, name, state)
);
