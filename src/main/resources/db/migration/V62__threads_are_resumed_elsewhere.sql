-- The key that resume links are signed with: two random version-4 UUIDs, 244 bits of chance.
CREATE TABLE resume_key (
    only_one boolean NOT NULL DEFAULT true,
    key      bytea   NOT NULL,
    CONSTRAINT resume_key_pk PRIMARY KEY (only_one),
    CONSTRAINT resume_key_one_ck CHECK (only_one)
);
INSERT INTO resume_key (key)
SELECT decode(replace(CAST(gen_random_uuid() AS text) || CAST(gen_random_uuid() AS text), '-', ''), 'hex');

-- A link by which a visitor goes on with a thread on another device. The link itself is not stored: it is signed anew.
CREATE TABLE resume_link (
    id              uuid        NOT NULL,
    visitor_id      uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    revoked_at      timestamptz,
    CONSTRAINT resume_link_pk PRIMARY KEY (id),
    CONSTRAINT resume_link_visitor_fk FOREIGN KEY (visitor_id) REFERENCES visitor (id) ON DELETE CASCADE,
    CONSTRAINT resume_link_conversation_fk FOREIGN KEY (conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX resume_link_conversation_ix ON resume_link (conversation_id);
CREATE INDEX resume_link_visitor_ix ON resume_link (visitor_id, created_at);
