/** Jiangwen (匠问): the package tree is the life of a question, see docs. */
@NullMarked
package io.jiangwen;

import org.jspecify.annotations.NullMarked;
