-- The intent to remove a file at the gateway is stored before the removal.
alter table file add column removal_intended_at timestamptz;
