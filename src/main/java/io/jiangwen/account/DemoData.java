package io.jiangwen.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts, enterprises and the site of the demo profile; see the contract's names. */
@ApplicationScoped
class DemoData {
    private static final String PASSWORD = "jiangwen-demo";

    private final EntityManager database;
    private final AccountRepository accounts;
    private final SiteRepository sites;
    private final Clock clock;

    DemoData(EntityManager database, AccountRepository accounts, SiteRepository sites, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.sites = sites;
        this.clock = clock;
    }

    /** Adds what is missing; needs a surrounding transaction. */
    void ensure() {
        if (accounts.findLogin("asker").isPresent()) return;
        region("320000", "AREA", "江苏省", "Jiangsu");
        region("C34", "INDUSTRY", "通用设备制造业", "General equipment manufacturing");
        UUID first = enterprise("示例精密机械厂", "C34", "数控车床 6 台，外圆磨床 2 台");
        UUID second = enterprise("示例阀门制造公司", "C34", "立式加工中心 3 台，试压台 1 台");
        String hash = BcryptUtil.bcryptHash(PASSWORD);
        account(hash, "asker", "王师傅", Role.ASKER, first, List.of());
        account(hash, "asker2", "李工", Role.ASKER, second, List.of());
        account(hash, "craftsman", "示例工匠·陈", Role.CRAFTSMAN, null, List.of("turning-milling", "grinding"));
        account(hash, "craftsman2", "示例工匠·赵", Role.CRAFTSMAN, null, List.of("welding", "sheet-metal"));
        account(hash, "curator", "知识编辑甲", Role.CURATOR, null, List.of());
        account(hash, "curator2", "知识编辑乙", Role.CURATOR, null, List.of());
        account(hash, "dispatcher", "联络专员", Role.DISPATCHER, null, List.of());
        account(hash, "admin", "管理员", Role.ADMINISTRATOR, null, List.of());
        SiteEntity site = new SiteEntity();
        site.key = "demo";
        site.name = "示例门户";
        site.open = true;
        site.region = "320000";
        site.demo = true;
        site.createdAt = clock.instant();
        sites.persist(site);
    }

    private void region(String code, String kind, String zh, String en) {
        database.createNativeQuery("""
                INSERT INTO region (code, kind, name_zh, name_en) VALUES (:code, :kind, :zh, :en)
                ON CONFLICT DO NOTHING
                """)
                .setParameter("code", code)
                .setParameter("kind", kind)
                .setParameter("zh", zh)
                .setParameter("en", en)
                .executeUpdate();
    }

    private UUID enterprise(String name, String industry, String equipment) {
        EnterpriseEntity row = new EnterpriseEntity();
        // The same id in every demo, so that scripts can name the enterprise.
        row.id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        row.name = name;
        row.industryCode = industry;
        row.region = "320000";
        row.size = "SMALL";
        row.equipment = equipment;
        row.createdAt = clock.instant();
        database.persist(row);
        return row.id;
    }

    private void account(
            String hash, String login, String name, Role role, @Nullable UUID enterprise, List<String> trades) {
        AccountEntity row = new AccountEntity();
        row.id = UUID.nameUUIDFromBytes(("demo account " + login).getBytes(StandardCharsets.UTF_8));
        row.login = login;
        row.passwordHash = hash;
        row.displayName = name;
        row.role = role;
        row.enterpriseId = enterprise;
        row.region = "320000";
        row.trades = trades;
        row.demo = true;
        row.createdAt = clock.instant();
        accounts.persist(row);
    }
}
