/** Language, sentences with offsets, normalising and analysers; pure functions over strings. */
@NullMarked
package io.jiangwen.text;

import org.jspecify.annotations.NullMarked;
