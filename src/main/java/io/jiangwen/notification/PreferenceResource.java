package io.jiangwen.notification;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.ASKER;
import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.CURATOR;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the caller is reached outside the pages. */
@Blocking
@Path("/api/v1/notifications/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({ASKER, CRAFTSMAN, CURATOR, DISPATCHER, ADMINISTRATOR})
class PreferenceResource {
    private final CurrentCaller current;
    private final Preferences preferences;
    private final Carriers carriers;

    PreferenceResource(CurrentCaller current, Preferences preferences, Carriers carriers) {
        this.current = current;
        this.preferences = preferences;
        this.carriers = carriers;
    }

    /**
     * What holds, and what can be chosen.
     *
     * @param channels those that the operator has set up
     * @param usual kinds that the role is told of as long as nothing was chosen
     */
    record View(PreferenceForm preference, List<String> kinds, List<String> usual, List<Channel> channels) {
        View {
            kinds = List.copyOf(kinds);
            usual = List.copyOf(usual);
            channels = List.copyOf(channels);
        }
    }

    @GET
    public View show() {
        Caller caller = current.get();
        return view(
                caller,
                preferences
                        .of(caller.id().value())
                        .map(Preferences.Person::preference)
                        .orElse(Preference.NONE));
    }

    /** Replaces what was said before. */
    @PUT
    public View say(@Nullable PreferenceForm form) {
        if (form == null) throw new Problem.Invalid("invalid-json", "Send the preferences as JSON.");
        Caller caller = current.get();
        Preference preference = form.filled();
        preferences.save(caller.id().value(), preference);
        return view(caller, preference);
    }

    private View view(Caller caller, Preference preference) {
        return new View(
                PreferenceForm.of(preference),
                NoticeKind.types(),
                Arrays.stream(NoticeKind.values())
                        .filter(kind -> kind.isUsualFor(caller.role()))
                        .map(NoticeKind::type)
                        .toList(),
                Channel.PERSONAL.stream().filter(carriers::isOpen).toList());
    }
}
