/** Who can answer what, and why we think so. */
@NullMarked
package io.jiangwen.craftsman;

import org.jspecify.annotations.NullMarked;
