-- The place of a craftsman among those who were asked at the same time; 0 for who was given the ticket otherwise.
ALTER TABLE ticket_offer ADD COLUMN place integer NOT NULL DEFAULT 0;
