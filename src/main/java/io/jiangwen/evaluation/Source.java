package io.jiangwen.evaluation;

import io.jiangwen.text.Language;

/** A published passage that pseudo-questions are made of. */
record Source(String article, String title, String headingPath, String text, Language language) {}
