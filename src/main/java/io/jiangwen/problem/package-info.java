/** Failure as callers see it: one stable code, one sentence, one door out. */
@NullMarked
package io.jiangwen.problem;

import org.jspecify.annotations.NullMarked;
