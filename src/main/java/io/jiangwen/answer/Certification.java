package io.jiangwen.answer;

import io.jiangwen.confidence.AuditStore;
import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.Certificate;
import io.jiangwen.confidence.Configuration;
import io.jiangwen.confidence.Standing;
import io.jiangwen.model.ModelConfig;
import io.jiangwen.retrieval.SearchSettings;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is proved about the answers that this service gives as it is set up now. */
@ApplicationScoped
public class Certification {
    private final CalibrationStore calibrations;
    private final SearchSettings search;
    private final Prompts prompts;
    private final AnswerConfig config;
    private final ModelConfig models;
    private final AuditStore audits;
    private final String release;

    Certification(
            CalibrationStore calibrations,
            SearchSettings search,
            Prompts prompts,
            AnswerConfig config,
            ModelConfig models,
            AuditStore audits,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        this.calibrations = calibrations;
        this.search = search;
        this.prompts = prompts;
        this.config = config;
        this.models = models;
        this.audits = audits;
        this.release = release;
    }

    /** Shown with every turn. */
    public Certificate certificate() {
        return standing().certificate();
    }

    @Transactional
    public Standing standing() {
        return audits.standing(configuration(calibrations.current()));
    }

    /** Perhaps puts an answer up for audit; within the transaction that writes its turn. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void answered(UUID turn, Outcome.Answered answered) {
        audits.answered(
                turn,
                configuration(answered.examined().calibration()),
                answered.answer().citations().stream()
                        .map(citation -> new AuditStore.Source(citation.article(), citation.version()))
                        .toList());
    }

    private Configuration configuration(Calibration calibration) {
        Map<String, String> settings = new TreeMap<>();
        search.current().forEach((name, value) -> settings.put("search." + name, value));
        // A release may change whatever ranks, judges and composes.
        settings.put("release", release);
        settings.put("answer.sentences", Integer.toString(config.sentences()));
        settings.put("answer.passages", Integer.toString(config.passages()));
        settings.put("answer.supportedWords", Double.toString(config.supportedWords()));
        settings.put(
                "model",
                models.llmBaseUrl()
                        .map(url -> models.llmModel().orElse("") + "@" + Integer.toHexString(url.hashCode()))
                        .orElse("none"));
        if (models.llmBaseUrl().isPresent()) {
            for (Language language : Language.values())
                settings.put(
                        "prompt." + language.tag(),
                        prompts.load("answer", language).version());
        }
        return new Configuration(settings, calibration);
    }
}
