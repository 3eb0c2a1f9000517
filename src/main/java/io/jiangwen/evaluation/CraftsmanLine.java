package io.jiangwen.evaluation;

import io.jiangwen.craftsman.Profile;
import java.util.List;

/**
 * A line of the craftsmen.
 *
 * @param solved questions he solved
 * @param available whether he can be asked at all
 */
record CraftsmanLine(String id, Profile profile, List<String> solved, boolean available) {
    CraftsmanLine {
        solved = List.copyOf(solved);
    }

    /** What a plain keyword search is given. */
    String tags() {
        return String.join("\n", profile.tags());
    }
}
