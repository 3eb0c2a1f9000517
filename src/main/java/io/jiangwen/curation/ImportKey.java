package io.jiangwen.curation;

import java.io.Serializable;
import java.util.UUID;

/** Names a file of an upload, waiting or done. */
record ImportKey(UUID jobId, int ordinal) implements Serializable {}
