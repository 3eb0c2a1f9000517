/** Announcements leave by an outbox: they reach pages live, and people and systems elsewhere by their channels. */
@NullMarked
package io.jiangwen.notification;

import org.jspecify.annotations.NullMarked;
