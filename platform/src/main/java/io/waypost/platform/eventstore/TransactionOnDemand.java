package io.waypost.platform.eventstore;

import java.util.function.Supplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Leaves the batches of a processor without a transaction at first: whoever handles them attaches one when they have
 * something to write, or when what they wait for is over. The position alone is one statement, and needs none.
 */
public final class TransactionOnDemand implements TransactionManager {

    private final TransactionManager real;

    /** @param real for what concerns a processor's claim, and not a batch */
    public TransactionOnDemand(TransactionManager real) {
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
