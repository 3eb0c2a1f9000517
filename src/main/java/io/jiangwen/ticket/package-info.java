/** What waits for a person: claim, lease, reply, confirmation. */
@NullMarked
package io.jiangwen.ticket;

import org.jspecify.annotations.NullMarked;
