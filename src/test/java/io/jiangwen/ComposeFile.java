package io.jiangwen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file, and what the compose specification (without a version) has to say about it. */
record ComposeFile(Path path, String text, Map<String, Object> content) {
    private static final Set<String> TOP =
            Set.of("name", "services", "networks", "volumes", "configs", "secrets", "include");

    /** Keys of a service in the specification; rarely used ones are left out. */
    private static final Set<String> SERVICE = Set.of("""
            annotations build cap_add cap_drop cgroup_parent command configs container_name cpus cpuset depends_on deploy
            devices dns dns_search entrypoint env_file environment expose extends extra_hosts group_add healthcheck hostname
            image init ipc isolation labels links logging mac_address mem_limit mem_reservation memswap_limit network_mode
            networks oom_kill_disable pid pids_limit platform ports privileged profiles pull_policy read_only restart
            runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal sysctls tmpfs tty ulimits
            user userns_mode volumes volumes_from working_dir""".split("\\s+", -1));

    private static final Map<String, Set<String>> PARTS = Map.of(
            "build",
            Set.of("context", "dockerfile", "dockerfile_inline", "args", "target", "platforms", "labels", "secrets"),
            "healthcheck",
            Set.of("test", "interval", "timeout", "retries", "start_period", "start_interval", "disable"));

    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Za-z_][A-Za-z0-9_]*)");

    static ComposeFile read(Path path) throws IOException {
        String text = Files.readString(path);
        return new ComposeFile(path, text, map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
    }

    Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        map(content.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    /** Keys the specification does not know, with where they stand. */
    Set<String> unknownKeys() {
        Set<String> unknown = new TreeSet<>();
        collect("", content, TOP, unknown);
        services().forEach((name, service) -> {
            collect(name + ".", service, SERVICE, unknown);
            PARTS.forEach((part, known) -> {
                if (service.get(part) instanceof Map<?, ?> inner)
                    collect(name + "." + part + ".", map(inner), known, unknown);
            });
        });
        return unknown;
    }

    /** Services, volumes and files that are named and not there. */
    Set<String> danglingReferences() {
        Set<String> dangling = new TreeSet<>();
        Set<String> volumes = map(content.get("volumes")).keySet();
        services().forEach((name, service) -> {
            map(service.get("depends_on")).forEach((other, how) -> {
                if (!services().containsKey(other)) dangling.add(name + " depends on " + other);
                if (!CONDITIONS.contains(String.valueOf(map(how).get("condition"))))
                    dangling.add(name + " waits for " + how);
            });
            for (Object mount : list(service.get("volumes"))) {
                String source = String.valueOf(mount).split(":", -1)[0];
                boolean there =
                        source.startsWith(".") ? Files.exists(path.resolveSibling(source)) : volumes.contains(source);
                if (!there) dangling.add(name + " mounts " + source);
            }
            Map<String, Object> build = map(service.get("build"));
            if (!build.isEmpty()) {
                Path context = path.resolveSibling(String.valueOf(build.get("context")));
                if (!Files.exists(context.resolve(String.valueOf(build.get("dockerfile")))))
                    dangling.add(name + " is built from " + build);
            }
        });
        return dangling;
    }

    /** The environment of all services. */
    List<Map.Entry<String, String>> environment() {
        List<Map.Entry<String, String>> settings = new ArrayList<>();
        for (Map<String, Object> service : services().values())
            map(service.get("environment"))
                    .forEach((name, value) -> settings.add(Map.entry(name, String.valueOf(value))));
        return settings;
    }

    /** Names that are replaced from the env file. */
    Set<String> variables() {
        Set<String> names = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> items ? List.copyOf(items) : List.of();
    }

    private static void collect(String where, Map<String, Object> found, Set<String> known, Set<String> unknown) {
        for (String key : found.keySet()) if (!known.contains(key) && !key.startsWith("x-")) unknown.add(where + key);
    }

    /** A mapping with its keys as text; whatever is none is empty. Null values are kept as the text "null". */
    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given)
            given.forEach((key, inner) -> map.put(String.valueOf(key), inner == null ? "null" : inner));
        return map;
    }
}
