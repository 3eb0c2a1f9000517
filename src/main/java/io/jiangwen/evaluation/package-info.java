/** Measures the steps from outside. */
@NullMarked
package io.jiangwen.evaluation;

import org.jspecify.annotations.NullMarked;
