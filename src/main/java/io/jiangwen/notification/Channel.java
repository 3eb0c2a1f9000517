package io.jiangwen.notification;

import java.util.EnumSet;
import java.util.Set;

/** The ways out of the service. */
enum Channel {
    EMAIL,
    /** A text message, handed to a gateway as a signed webhook. */
    SMS,
    WEBHOOK,
    /** Group robot of 企业微信. */
    WECOM,
    /** Group robot of 钉钉. */
    DINGTALK,
    /** Group robot of 飞书. */
    FEISHU;

    /** Those that reach one person; the others reach a place that an administrator has named. */
    static final Set<Channel> PERSONAL = EnumSet.of(EMAIL, SMS);

    boolean isRobot() {
        return this == WECOM || this == DINGTALK || this == FEISHU;
    }
}
