/** Lists of problems that a dispatcher brings along: each row is asked for its enterprise, and the list comes back answered. */
@NullMarked
package io.jiangwen.intake;

import org.jspecify.annotations.NullMarked;
