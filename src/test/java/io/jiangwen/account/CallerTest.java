package io.jiangwen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final UUID ENTERPRISE = UUID.randomUUID();

    @Test
    void onlyTheEnterpriseItselfIsAnsweredFromWhatIsItsOwn() {
        assertThat(speaking(Role.ASKER).viewer()).isEqualTo(new Viewer(ENTERPRISE, "C34", false));
        assertThat(speaking(Role.DISPATCHER).viewer()).isEqualTo(Viewer.PUBLIC);
        assertThat(speaking(Role.DISPATCHER).deskViewer()).isEqualTo(Viewer.PUBLIC);
    }

    private static Caller speaking(Role role) {
        return new Caller(new CallerId.AccountId(UUID.randomUUID()), role, "甲", ENTERPRISE, "C34", "320000", null);
    }
}
