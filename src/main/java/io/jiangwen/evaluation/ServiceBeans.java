package io.jiangwen.evaluation;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts the service's beans without its port, schedules and shipped articles, for one job. */
final class ServiceBeans {
    /** Quarkus makes the application itself and hands it nothing but words: the job waits here. Once per process. */
    private static final AtomicReference<@Nullable Job> JOB = new AtomicReference<>();

    private ServiceBeans() {}

    /** Work that finds its beans in the container. */
    interface Job {
        int run() throws Exception;
    }

    /**
     * Starts, runs the job, stops. Settings win over everything but the command line.
     *
     * @return what the job returned
     * @throws IllegalStateException when starting or the job failed; the cause says how
     */
    static int run(Map<String, String> settings, Job job) {
        settings.forEach(System::setProperty);
        System.setProperty("quarkus.profile", "evaluation");
        JOB.set(job);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        AtomicInteger code = new AtomicInteger(1);
        Quarkus.run(Application.class, (exit, cause) -> {
            code.set(exit);
            failure.set(cause);
        });
        Throwable cause = failure.get();
        if (cause != null) throw new IllegalStateException(cause.getMessage(), cause);
        return code.get();
    }

    /** What Quarkus runs. */
    @Unremovable
    @Singleton
    static class Application implements QuarkusApplication {
        @Override
        public int run(String... args) throws Exception {
            Job job = JOB.getAndSet(null);
            if (job == null) throw new IllegalStateException("there is no job");
            return job.run();
        }
    }
}
