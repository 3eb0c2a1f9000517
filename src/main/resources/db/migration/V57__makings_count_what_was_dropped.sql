-- Sentences that the citation check refused, by flaw: {"NUMBER": 2}; and whether the chat model was asked in vain.
ALTER TABLE turn_making
    ADD COLUMN model_failed boolean NOT NULL DEFAULT false,
    ADD COLUMN dropped      jsonb   NOT NULL DEFAULT '{}',
    ADD CONSTRAINT turn_making_dropped_ck CHECK (jsonb_typeof(dropped) = 'object');
