-- Requests of programs that carry an Idempotency-Key, with what they were answered, so that a repetition is answered and not done again.
create table request_key (
    operator text not null,
    key text not null,
    request text not null,
    begun_at timestamptz not null,
    status int,
    answer text,
    primary key (operator, key)
);
create index request_key_by_age on request_key (begun_at);
