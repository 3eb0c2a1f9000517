/** Announcements leave by an outbox and reach pages live. */
@NullMarked
package io.jiangwen.notification;

import org.jspecify.annotations.NullMarked;
