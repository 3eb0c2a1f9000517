package io.jiangwen.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Sites by key. */
@ApplicationScoped
class SiteRepository implements PanacheRepositoryBase<SiteEntity, String> {}
