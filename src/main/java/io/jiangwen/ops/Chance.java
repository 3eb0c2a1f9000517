package io.jiangwen.ops;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The one source of chance, so that tests can seed it. */
class Chance {
    @Produces
    @Singleton
    RandomGenerator systemRandom() {
        return new SecureRandom();
    }
}
