package io.jiangwen.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;

/**
 * Group robots of 企业微信 (消息推送配置说明): the key stands in the address, a text has at most 2,048 bytes, 45009 means
 * more than 20 messages a minute.
 */
@ApplicationScoped
class WeComCarrier implements Carrier {
    private static final RobotPost.Dialect DIALECT = new RobotPost.Dialect("errcode", Set.of(45009));

    private final RobotPost robots;

    WeComCarrier(RobotPost robots) {
        this.robots = robots;
    }

    @Override
    public Channel channel() {
        return Channel.WECOM;
    }

    @Override
    public Receipt carry(Parcel parcel) {
        ObjectNode body = robots.object().put("msgtype", "text");
        body.putObject("text").put("content", parcel.message().words());
        return robots.send(URI.create(parcel.destination().address()), parcel, body, DIALECT);
    }
}
