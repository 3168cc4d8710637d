package io.waypost.query.history;

import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalRecords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happened to a user, as a part of everything that is held about a person. */
@Component
@Order(1)
class UserHistory implements PersonalRecords {

    private static final int READ_AT_ONCE = 1000;

    private final HistoryQueries histories;

    UserHistory(HistoryQueries histories) {
        this.histories = histories;
    }

    @Override
    public String section() {
        return "history";
    }

    @Override
    public void each(UserId user, Consumer<Object> record) {
        HistorySubject subject = HistorySubject.of(user);
        List<HistoryItem> items = histories.before(subject, Optional.empty(), READ_AT_ONCE);
        while (!items.isEmpty()) {
            items.forEach(record);
            items = histories.before(subject, Optional.of(items.getLast().position()), READ_AT_ONCE);
        }
    }
}
