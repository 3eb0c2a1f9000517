-- A calibration says what it was fitted on and how well it did there. Shipped ones have no basis: a newer one of them
-- judges until the service has fitted it to its own knowledge.
ALTER TABLE calibration
    ADD COLUMN basis    integer,
    ADD COLUMN fit      jsonb,
    ADD COLUMN state    jsonb,
    ADD CONSTRAINT calibration_basis_fk FOREIGN KEY (basis) REFERENCES calibration (version),
    ADD CONSTRAINT calibration_fit_ck CHECK ((basis IS NULL) = (state IS NULL));

COMMENT ON COLUMN calibration.basis IS 'the shipped calibration that was adapted; null for a shipped one';
COMMENT ON COLUMN calibration.fit IS 'sizes, AUROC, ECE and reliability curve on the questions it was fitted with';
COMMENT ON COLUMN calibration.state IS 'the knowledge, models and verdicts it was fitted to, to see when they have changed enough';
