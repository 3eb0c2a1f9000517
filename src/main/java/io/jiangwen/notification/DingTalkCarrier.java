package io.jiangwen.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;

/**
 * Group robots of 钉钉 (自定义机器人接入): with 加签 the address gets {@code timestamp} in milliseconds and {@code sign};
 * 130101 and 410100 mean more than 20 messages a minute.
 */
@ApplicationScoped
class DingTalkCarrier implements Carrier {
    private static final RobotPost.Dialect DIALECT = new RobotPost.Dialect("errcode", Set.of(130101, 410100));

    private final RobotPost robots;
    private final Clock clock;

    DingTalkCarrier(RobotPost robots, Clock clock) {
        this.robots = robots;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.DINGTALK;
    }

    @Override
    public Receipt carry(Parcel parcel) {
        ObjectNode body = robots.object().put("msgtype", "text");
        body.putObject("text").put("content", parcel.message().words());
        return robots.send(signed(parcel.destination()), parcel, body, DIALECT);
    }

    private URI signed(Parcel.Destination destination) {
        String address = destination.address();
        String secret = destination.secret();
        if (secret == null) return URI.create(address);
        long millis = clock.millis();
        String sign = URLEncoder.encode(Signature.dingTalk(secret, millis), StandardCharsets.UTF_8);
        char joint = address.indexOf('?') < 0 ? '?' : '&';
        return URI.create(address + joint + "timestamp=" + millis + "&sign=" + sign);
    }
}
