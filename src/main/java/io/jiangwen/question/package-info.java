/** What was asked, and the dossier that goes with it when a person takes over. */
@NullMarked
package io.jiangwen.question;

import org.jspecify.annotations.NullMarked;
