/** Files and replies become articles: import, case card, anonymising, review. */
@NullMarked
package io.jiangwen.curation;

import org.jspecify.annotations.NullMarked;
