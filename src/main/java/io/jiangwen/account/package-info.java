/** Who is calling: enterprises, regions, sites, roles, tokens. */
@NullMarked
package io.jiangwen.account;

import org.jspecify.annotations.NullMarked;
