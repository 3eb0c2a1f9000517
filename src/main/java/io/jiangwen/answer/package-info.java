/** From a question to an answer whose every sentence is cited, without side effects. */
@NullMarked
package io.jiangwen.answer;

import org.jspecify.annotations.NullMarked;
