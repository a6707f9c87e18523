-- Files between their download and their entry, for gateways that remove what was read. Without bytes: being read.
create table download (
    connection  text not null,
    folder      text not null,
    remote_id   text not null,
    name        text not null,
    listed_size bigint,
    modified    text not null,
    begun_at    timestamptz not null,
    bytes       bytea,
    primary key (connection, folder, remote_id)
);
