/** Measures the steps: how good, how fast. */
@NullMarked
package io.jiangwen.evaluation;

import org.jspecify.annotations.NullMarked;
