package io.jiangwen.answer;

import io.jiangwen.model.EmbeddedModels;

/** The citation check with the real models, loaded once for all tests. */
final class Checks {
    static final CitationCheck SHIPPED = CitationCheck.standalone(new EmbeddedModels());

    private Checks() {}
}
