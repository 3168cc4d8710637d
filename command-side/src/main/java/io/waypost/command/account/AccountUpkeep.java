package io.waypost.command.account;

import io.waypost.platform.PeriodicWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Does now and then what keeps the tables of credentials small and the signing key young. Any node may, also at once. */
@Component
class AccountUpkeep implements ApplicationRunner, AutoCloseable {

    private final SigningKeys keys;
    private final SignIns signIns;
    private final FailedLogins failedLogins;
    private final PeriodicWork work;

    AccountUpkeep(
            SigningKeys keys,
            SignIns signIns,
            FailedLogins failedLogins,
            @Value("${waypost.tokens.upkeep-interval}") Duration interval) {
        this.keys = keys;
        this.signIns = signIns;
        this.failedLogins = failedLogins;
        this.work = PeriodicWork.start("account-upkeep", interval, this::turn);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        turn();
    }

    @Override
    public void close() {
        work.close();
    }

    private void turn() {
        keys.maintain();
        signIns.forgetExpired();
        failedLogins.forgetOld();
    }
}
