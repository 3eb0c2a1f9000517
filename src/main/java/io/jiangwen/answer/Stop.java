package io.jiangwen.answer;

import io.jiangwen.model.CallOff;

/** An asker's button: whoever holds it may end what chat models are asked for his question. Thread-safe. */
public final class Stop {
    private final CallOff callOff = new CallOff();

    /** At once and for good; pressed again it changes nothing. */
    public void press() {
        callOff.callOff();
    }

    CallOff callOff() {
        return callOff;
    }
}
