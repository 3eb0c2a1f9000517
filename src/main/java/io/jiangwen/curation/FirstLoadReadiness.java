package io.jiangwen.curation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the shipped articles are being loaded: half a knowledge base answers wrongly. */
@Readiness
@ApplicationScoped
class FirstLoadReadiness implements HealthCheck {
    private final KnowledgeBaseLoader loader;

    FirstLoadReadiness(KnowledgeBaseLoader loader) {
        this.loader = loader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("shipped articles")
                .status(loader.isSettled())
                .build();
    }
}
