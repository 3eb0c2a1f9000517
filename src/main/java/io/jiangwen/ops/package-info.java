/** Health and metrics for operators. */
@NullMarked
package io.jiangwen.ops;

import org.jspecify.annotations.NullMarked;
