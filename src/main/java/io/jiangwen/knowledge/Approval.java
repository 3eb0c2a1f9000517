package io.jiangwen.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a version may be published.
 *
 * @param version what he has read
 * @param withoutProof why it was not proved by asking its question, null when it was or nothing can be asked
 */
public record Approval(int version, UUID approver, @Nullable String withoutProof) {}
