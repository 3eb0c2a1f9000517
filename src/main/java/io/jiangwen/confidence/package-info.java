/** From evidence to a probability and a verdict. */
@NullMarked
package io.jiangwen.confidence;

import org.jspecify.annotations.NullMarked;
