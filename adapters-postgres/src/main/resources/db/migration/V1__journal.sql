-- The journal: every document, its place and its whole history. Words as in docs/states.md.

create table payload (
    hash        text primary key check (hash ~ '^[0-9a-f]{64}$'),
    media_type  text not null,
    size        bigint not null check (size >= 0),
    deflated    bytea not null,
    created_at  timestamptz not null
);

create table file (
    -- Ids sort by their bytes everywhere, whatever the language of the database.
    id                text collate "C" primary key,
    connection        text not null,
    partner           text not null,
    folder            text not null,
    remote_id         text not null,
    name              text not null,
    state             text not null,
    size              bigint not null,
    content           text not null references payload,
    problem           jsonb,
    documents         integer not null default 0,
    remove_afterwards boolean not null,
    removed_at        timestamptz,
    taken_at          timestamptz not null,
    unique (connection, folder, name, state)
);

create table document (
    id                      text collate "C" primary key,
    connection              text not null,
    partner                 text not null,
    direction               text not null check (direction in ('outbound', 'inbound')),
    type                    text not null,
    -- Under which the document exists once; empty on duplicates and on documents that are kept only.
    dedupe_key              text,
    fingerprint             text,
    -- Documents with the same key run one after another.
    sequence_key            text,
    -- The write that was intended; empty before.
    job_key                 text,
    legal_entity            text not null,
    order_number            text not null,
    confirmation_number     text not null,
    invoice_number          text not null,
    control_number          text not null,
    group_number            text not null,
    transaction_set_number  text not null,
    file_name               text not null,
    condition               text not null check (condition in
        ('moving', 'waiting', 'held', 'unknown', 'failed', 'done', 'duplicate', 'discarded')),
    stage                   text not null check (stage in
        ('announced', 'fetched', 'aligned', 'encoded', 'delivered', 'received', 'decoded', 'checked', 'posted')),
    validity                text not null check (validity in ('pending', 'valid', 'invalid')),
    acknowledgement         text not null check (acknowledgement in
        ('none', 'awaited', 'accepted', 'accepted-with-errors', 'rejected', 'overdue')),
    reason                  jsonb,
    cause_key               text,
    state                   jsonb not null,
    content                 text references payload,
    file                    text collate "C" references file,
    duplicate_of            text collate "C" references document,
    attempts                integer not null default 0 check (attempts >= 0),
    -- From when on it may be taken; empty while somebody has it and when it rests.
    due_at                  timestamptz,
    claimed_by              text,
    claimed_until           timestamptz,
    -- Rises with every claim: a worker with an older epoch cannot commit.
    epoch                   bigint not null default 0,
    created_at              timestamptz not null,
    changed_at              timestamptz not null,
    check (condition <> 'waiting' or due_at is not null),
    check (condition not in ('held', 'failed') or reason is not null),
    check ((claimed_by is null) = (claimed_until is null))
);

-- Even a mistake of ours cannot double a document.
create unique index document_dedupe on document (dedupe_key) where dedupe_key is not null;
create unique index document_job on document (job_key)
    where job_key is not null and condition not in ('duplicate', 'discarded');

create index document_due on document (coalesce(claimed_until, due_at), id)
    where condition in ('moving', 'waiting', 'unknown');
create index document_sequence on document (sequence_key, id) where sequence_key is not null;
create index document_file on document (file) where file is not null;
create index document_cause on document (cause_key) where cause_key is not null;
create index document_group on document (group_number, partner) where group_number <> '';

-- The owner is a document or a file.
create table journal_entry (
    owner     text not null,
    number    bigint not null check (number >= 1),
    at        timestamptz not null,
    actor     text not null,
    event     text not null,
    message   text not null,
    details   jsonb not null,
    payloads  text[] not null,
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (owner, number)
);

create function journal_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'An entry of the journal is neither changed nor removed';
end
$$;

create trigger journal_entry_stays before update or delete on journal_entry
    for each row execute function journal_entry_stays();

create table control_number (
    sender    text not null,
    receiver  text not null,
    last      bigint not null check (last between 0 and 999999999),
    primary key (sender, receiver)
);

create table heard (
    connection  text not null,
    key         text not null,
    body        bytea not null,
    heard_at    timestamptz not null,
    primary key (connection, key)
);

create table cursor (
    name   text primary key,
    value  text not null
);

create table cross_reference (
    partner  text not null,
    kind     text not null check (kind in ('unit', 'item')),
    theirs   text not null,
    ours     text not null,
    primary key (partner, kind, theirs)
);

create table credential (
    name        text primary key,
    ciphertext  bytea not null,
    changed_at  timestamptz not null
);

-- Tokens of operators by their hash.
create table operator (
    token_hash  text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    name        text not null,
    created_at  timestamptz not null
);
