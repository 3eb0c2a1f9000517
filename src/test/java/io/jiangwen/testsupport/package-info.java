/** What tests share. */
@NullMarked
package io.jiangwen.testsupport;

import org.jspecify.annotations.NullMarked;
