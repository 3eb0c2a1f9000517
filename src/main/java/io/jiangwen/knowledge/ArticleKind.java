package io.jiangwen.knowledge;

/** What sort of knowledge an article is. */
public enum ArticleKind {
    /** A skill-course lesson, 课程. */
    COURSE,
    /** An innovation achievement, 创新成果. */
    ACHIEVEMENT,
    /** A solved case, 案例. */
    CASE,
    /** One answer, several wordings, 标准问题. */
    STANDARD_QUESTION,
    /** Operating methods, tips, standards explained, 创新知识. */
    KNOW_HOW,
    /** A patent, 专利. */
    PATENT
}
