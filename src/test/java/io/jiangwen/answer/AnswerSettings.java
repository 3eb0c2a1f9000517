package io.jiangwen.answer;

import java.util.Optional;

/** Settings of a test: those that are the default. */
record AnswerSettings(int sentences, int passages, Quoting quoting) implements AnswerConfig {
    AnswerSettings(int sentences, int passages) {
        this(sentences, passages, new Quoted());
    }

    @Override
    public Optional<String> supportBar() {
        return Optional.empty();
    }

    @Override
    public Optional<String> promptsDir() {
        return Optional.empty();
    }

    private record Quoted() implements Quoting {
        @Override
        public double nearTheBest() {
            return 0.5;
        }

        @Override
        public double otherArticle() {
            return 0.85;
        }

        @Override
        public double fittingSection() {
            return 0.35;
        }

        @Override
        public double relevant() {
            return 0.2;
        }

        @Override
        public double leadingShare() {
            return 0.8;
        }

        @Override
        public int steps() {
            return 16;
        }

        @Override
        public int warnings() {
            return 3;
        }
    }
}
