package io.jiangwen.conversation;

import io.jiangwen.question.Dossier;
import java.util.UUID;

/** What a ticket will be opened with, once a visitor has said whom to answer. */
record Waiting(String question, Dossier dossier) {
    /** A turn that waits. */
    record Found(UUID conversation, Turn turn, Waiting waiting) {}
}
