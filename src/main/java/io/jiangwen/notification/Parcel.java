package io.jiangwen.notification;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is carried to one recipient.
 *
 * @param id the same on every try, so that a receiver can tell a repetition
 */
record Parcel(UUID id, Destination destination, Message message) {
    /**
     * Where it goes.
     *
     * @param address an e-mail address, a phone number or a URL
     * @param secret what a webhook or robot is signed with, null for none
     */
    record Destination(String address, @Nullable String secret) {
        Destination {
            if (address.isBlank()) throw new IllegalArgumentException("a parcel to nowhere");
        }

        @Override
        public String toString() {
            return "Destination[hidden]";
        }
    }

    /**
     * What it says: which event, of what, and where to read on. Never what was asked or answered.
     *
     * @param number of the ticket, null where there is none
     * @param state of what it is about, null where it is not said
     * @param link null as long as nobody has said where people reach the service
     */
    record Message(
            String type,
            String subject,
            OffsetDateTime at,
            @Nullable String number,
            @Nullable String state,
            String title,
            String text,
            @Nullable URI link) {
        /** Text and link, for channels that know nothing else. */
        String words() {
            return link == null ? text : text + "\n" + link;
        }
    }
}
