package io.jiangwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Digests made with Python's hmac, as a receiver would make them. */
class SignatureTest {
    private static final String ROBOT_SECRET = "SECcafe0123";

    @Test
    void signsAWebhookOverTimestampAndBody() {
        assertThat(Signature.webhook("0123456789abcdef", 1_700_000_000L, "{\"text\":\"工单\"}"))
                .isEqualTo("v1=7346b4c06b712e955e2efda6b5146e2b4314808c70c00cb896c3b3456e75159f");
    }

    @Test
    void signsForDingTalkWithTheSecretAsKey() {
        assertThat(Signature.dingTalk(ROBOT_SECRET, 1_700_000_000_000L))
                .isEqualTo("Rbmk9NxlOdoy7y0Sbi3CFk4SmwJCu73Nl9AtYaClopU=");
    }

    @Test
    void signsForFeishuWithTimestampAndSecretAsKeyOverNothing() {
        assertThat(Signature.feishu(ROBOT_SECRET, 1_700_000_000L))
                .isEqualTo("lkOS29xZEvlkhZuQRisy573+KpzLPbKZVh8mMwr1uzg=");
    }

    @Test
    void anotherBodyTimeOrSecretHasAnotherSignature() {
        String one = Signature.webhook("0123456789abcdef", 1, "a");
        assertThat(Signature.webhook("0123456789abcdef", 1, "b")).isNotEqualTo(one);
        assertThat(Signature.webhook("0123456789abcdef", 2, "a")).isNotEqualTo(one);
        assertThat(Signature.webhook("0123456789abcdeg", 1, "a")).isNotEqualTo(one);
    }
}
