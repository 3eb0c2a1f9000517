package io.jiangwen.notification;

/** Carries parcels by one channel. Blocking, and never longer than a lease. */
interface Carrier {
    Channel channel();

    /** Whether the operator has set this channel up. */
    default boolean isOpen() {
        return true;
    }

    /** One try. Whatever goes wrong outside is a receipt, not an exception. */
    Receipt carry(Parcel parcel);
}
