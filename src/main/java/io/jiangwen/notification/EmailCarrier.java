package io.jiangwen.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;

/**
 * E-mail by the operator's mail server. Every try has the same {@code Message-ID}, by which mailboxes know a repetition.
 */
@ApplicationScoped
class EmailCarrier implements Carrier {
    private final ReactiveMailer mailer;
    private final DeliveryConfig config;

    EmailCarrier(ReactiveMailer mailer, NotificationConfig config) {
        this.mailer = mailer;
        this.config = config.delivery();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isOpen() {
        return config.smtpHost().isPresent();
    }

    @Override
    public Receipt carry(Parcel parcel) {
        String id = parcel.id().toString();
        Parcel.Message message = parcel.message();
        Mail mail = Mail.withText(parcel.destination().address(), message.title(), message.words())
                .addHeader("Message-ID", "<" + id + "@jiangwen>")
                .addHeader(SignedPost.EVENT_ID, id)
                // RFC 3834: no out-of-office notes in return.
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(config.timeout());
            return new Receipt.Taken("taken by the mail server");
        } catch (TimeoutException e) {
            return new Receipt.Failed("the mail server did not answer in time");
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            return new Receipt.Failed("the mail server refused: "
                    + (cause == null ? e : cause).getClass().getSimpleName());
        }
    }
}
