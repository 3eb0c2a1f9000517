-- When nobody is left to be offered a ticket, it waits in the pool of the dispatchers of its region.
ALTER TABLE ticket ADD COLUMN pooled_at timestamptz;
