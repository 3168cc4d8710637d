package io.waypost.query.account;

import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalData;
import io.waypost.query.platform.Versioned;
import org.springframework.stereotype.Component;

/** The account, as a part of everything that is held about a person. */
@Component
class AccountData implements PersonalData {

    private final AccountQueries accounts;

    AccountData(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Object of(UserId user) {
        return accounts.find(user).map(Versioned::body).orElseThrow(() -> RequestRejected.notFound("User"));
    }
}
