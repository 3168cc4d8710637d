package io.waypost.command.relay;

import java.util.function.Supplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Leaves batches without a transaction at first, so that no connection to the database is held while a broker that is away
 * is waited for. The relay begins one when the broker has acknowledged. What concerns only the token has its transaction.
 */
final class RelayTransactions implements TransactionManager {

    private final TransactionManager real;

    RelayTransactions(TransactionManager real) {
        this.real = real;
    }

    @Override
    public Transaction startTransaction() {
        return NoTransactionManager.instance().startTransaction();
    }

    @Override
    public void executeInTransaction(Runnable task) {
        real.executeInTransaction(task);
    }

    @Override
    public <T> T fetchInTransaction(Supplier<T> supplier) {
        return real.fetchInTransaction(supplier);
    }
}
