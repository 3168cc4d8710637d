package io.waypost.command.platform;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/** An aggregate that refuses commands which expect another version of it ({@code If-Match}). */
public abstract class VersionedAggregate {

    /** The metadata of a command that holds the expected version. */
    static final String EXPECTED_VERSION = "expected_version";

    @CommandHandlerInterceptor
    Object refuseStaleCommands(InterceptorChain chain, @MetaDataValue(EXPECTED_VERSION) @Nullable Long expected)
            throws Exception {
        if (expected != null && expected != version()) {
            throw new RequestRejected(
                    ProblemCode.STALE_VERSION,
                    "This has been changed since you read it. Please read it again before you change it.");
        }
        return chain.proceed();
    }

    /** The sequence number of the aggregate's last event. */
    protected static long version() {
        Long version = AggregateLifecycle.getVersion();
        return version == null ? -1 : version;
    }
}
