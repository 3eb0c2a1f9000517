/** The only door to models: chat, embedding; bounded in time and cost. */
@NullMarked
package io.jiangwen.model;

import org.jspecify.annotations.NullMarked;
