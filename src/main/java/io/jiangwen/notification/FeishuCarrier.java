package io.jiangwen.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/**
 * Group robots of 飞书 (自定义机器人使用指南): with 签名校验 the body gets {@code timestamp} in seconds and {@code sign};
 * 9499 and 11232 mean too many messages.
 */
@ApplicationScoped
class FeishuCarrier implements Carrier {
    private static final RobotPost.Dialect DIALECT = new RobotPost.Dialect("code", Set.of(9499, 11232));

    private final RobotPost robots;
    private final Clock clock;

    FeishuCarrier(RobotPost robots, Clock clock) {
        this.robots = robots;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.FEISHU;
    }

    @Override
    public Receipt carry(Parcel parcel) {
        ObjectNode body = robots.object();
        String secret = parcel.destination().secret();
        if (secret != null) {
            long seconds = clock.instant().getEpochSecond();
            body.put("timestamp", Long.toString(seconds)).put("sign", Signature.feishu(secret, seconds));
        }
        body.put("msg_type", "text")
                .putObject("content")
                .put("text", parcel.message().words());
        return robots.send(URI.create(parcel.destination().address()), parcel, body, DIALECT);
    }
}
