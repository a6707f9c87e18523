-- What became of every control number. None is given out twice.
create table control_number_block (
    sender    text not null,
    receiver  text not null,
    first     bigint not null check (first >= 1),
    last      bigint not null check (last >= first and last <= 999999999),
    fate      text not null check (fate in ('used', 'passed-over', 'not-recorded')),
    -- The document that bears the number.
    document  text collate "C" references document,
    since     timestamptz not null,
    primary key (sender, receiver, first),
    check ((fate = 'used') = (document is not null)),
    check (fate <> 'used' or first = last)
);

insert into control_number_block (sender, receiver, first, last, fate, since)
select sender, receiver, 1, last, 'not-recorded', now() from control_number where last >= 1;
