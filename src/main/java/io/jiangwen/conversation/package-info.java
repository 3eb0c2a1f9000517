/** The thread of an asker: questions, what became of them, and the hand-over. */
@NullMarked
package io.jiangwen.conversation;

import org.jspecify.annotations.NullMarked;
