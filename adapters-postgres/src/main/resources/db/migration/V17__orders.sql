-- What people ask about whole orders: everything of one, and the newest.
create index document_about_order on document (connection, lower(order_number), id) where order_number <> '';
create index document_revision on document (id) where direction = 'outbound' and confirmation_number <> '';
create index document_partner_revision on document (partner, id) where direction = 'outbound' and confirmation_number <> '';
-- How documents of one partner went.
create index document_partner_arrived on document (connection, partner, arrived_at) where arrived_at is not null;
