package io.jiangwen.knowledge;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reads articles: what is published for him, all of it for those who manage it, and the cases a craftsman is the
 * author of, whatever their state.
 *
 * @param author the account whose own cases are shown, null for none
 */
public record Readership(Viewer viewer, @Nullable UUID author) {
    public static Readership of(Caller caller) {
        return new Readership(
                caller.deskViewer(), caller.id() instanceof CallerId.AccountId(UUID account) ? account : null);
    }
}
