package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleDesk;
import io.jiangwen.knowledge.Manuscripts;
import io.jiangwen.knowledge.Publisher;
import jakarta.enterprise.context.ApplicationScoped;

/** Where shipped articles are put. */
@ApplicationScoped
class Shelf {
    private final Manuscripts manuscripts;
    private final Publisher publisher;
    private final ArticleDesk desk;

    Shelf(Manuscripts manuscripts, Publisher publisher, ArticleDesk desk) {
        this.manuscripts = manuscripts;
        this.publisher = publisher;
        this.desk = desk;
    }

    ShelfLoad begin() {
        return new ShelfLoad(manuscripts, publisher, desk);
    }
}
