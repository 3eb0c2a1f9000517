package io.jiangwen.conversation;

import io.jiangwen.question.Dossier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket will be opened with, once a visitor has said whom to answer.
 *
 * @param same an open ticket of the same enterprise that asks the same, null when there is none
 */
record Waiting(String question, Dossier dossier, @Nullable UUID same) {
    /** A turn that waits. */
    record Found(UUID conversation, Turn turn, Waiting waiting) {}
}
