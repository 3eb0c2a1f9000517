/** From a question to ranked passages with typed evidence. */
@NullMarked
package io.jiangwen.retrieval;

import org.jspecify.annotations.NullMarked;
