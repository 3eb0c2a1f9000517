-- What an answer was judged by, kept for whoever says whether it was right. Numbers only, never the words of the asker.
CREATE TABLE turn_signals (
    turn_id uuid    NOT NULL,
    -- The shipped calibration whose names the signals have.
    basis   integer NOT NULL,
    signals jsonb   NOT NULL,
    CONSTRAINT turn_signals_pk PRIMARY KEY (turn_id),
    CONSTRAINT turn_signals_turn_fk FOREIGN KEY (turn_id) REFERENCES turn (id),
    CONSTRAINT turn_signals_basis_fk FOREIGN KEY (basis) REFERENCES calibration (version)
);
