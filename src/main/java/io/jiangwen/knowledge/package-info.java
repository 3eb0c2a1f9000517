/** What is published: articles, immutable versions, passages, visibility. */
@NullMarked
package io.jiangwen.knowledge;

import org.jspecify.annotations.NullMarked;
