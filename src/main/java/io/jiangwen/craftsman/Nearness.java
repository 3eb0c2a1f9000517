package io.jiangwen.craftsman;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How near two regions are. */
final class Nearness {
    /** GB/T 2260: two digits of the province, two of the prefecture, two of the county. */
    private static final Pattern AREA = Pattern.compile("\\d{6}");

    private static final int PROVINCE = 2;
    private static final double SAME_PROVINCE = 0.5;

    private Nearness() {}

    /** 1 in the same region, 0.5 in the same province, else and where one is unknown 0. */
    static double of(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.isBlank()) return 0;
        if (one.equals(other)) return 1;
        boolean areas = AREA.matcher(one).matches() && AREA.matcher(other).matches();
        return areas && one.substring(0, PROVINCE).equals(other.substring(0, PROVINCE)) ? SAME_PROVINCE : 0;
    }
}
