-- What the daemon asks about single documents has an index of its own; the console's search does not serve it.
create index document_sent on document (connection, partner, ltrim(control_number, '0'), id)
    where direction = 'outbound' and control_number <> '';
create index document_order on document (connection, partner, lower(order_number), entered)
    where direction = 'outbound' and confirmation_number <> '';
create index document_received on document (connection, partner, control_number)
    where direction = 'inbound' and control_number <> '';
