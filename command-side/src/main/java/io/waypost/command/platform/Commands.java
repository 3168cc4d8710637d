package io.waypost.command.platform;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.Outcome.Projection;
import io.waypost.command.platform.ReadYourWrites.Followed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.caching.Cache;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Sends commands: waits until they are committed, tries again those that lost a race, and then waits for the views.
 *
 * <p>Aggregates are cached on every node, so one may be stale where several nodes write. A stale one cannot append: the
 * event store refuses a sequence number that is taken, the cache forgets the aggregate and the command is tried again on
 * a fresh one. A stale one could also refuse, or find nothing to do, where a fresh one would act: therefore a refusal is
 * given only after a second look without the cache, and "nothing to do" only if the version is the newest.
 */
@Component
public class Commands {

    private static final long PAUSE_MILLIS = 5;

    private final CommandDispatcher dispatcher;
    private final EventLogHead head;
    private final Cache cache;
    private final ReadYourWrites views;
    private final int retries;

    Commands(
            CommandDispatcher dispatcher,
            EventLogHead head,
            Cache cache,
            ReadYourWrites views,
            @Value("${waypost.commands.retries}") int retries) {
        this.dispatcher = dispatcher;
        this.head = head;
        this.cache = cache;
        this.views = views;
        this.retries = retries;
    }

    /**
     * Carries a command out.
     *
     * @param command the command
     * @param state what its handler answers
     * @return how it ended
     * @throws RequestRejected if the aggregate refuses it, does not exist, or if it lost every race
     */
    public <S extends Versioned> Outcome<S> send(Object command, Class<S> state, CommandRequest request) {
        Carried<S> carried = carryOut(command, state, request);
        return new Outcome<>(carried.state(), carried.position(), projection(carried.position(), request));
    }

    /**
     * Carries a command out whose consequences policies carry on, and waits for these too.
     *
     * @param policies the names of the policies' processors
     * @see #send(Object, Class, CommandRequest)
     */
    public <S extends Versioned> Outcome<S> sendAndFollow(
            Object command, Class<S> state, CommandRequest request, String... policies) {
        return sendAndFollow(command, state, request, after -> true, policies);
    }

    /**
     * Carries a command out whose consequences policies carry on if it ended in a certain way, and waits for these too.
     *
     * @param carriedOn whether policies have anything to do after it
     * @param policies the names of the policies' processors
     * @see #send(Object, Class, CommandRequest)
     */
    public <S extends Versioned> Outcome<S> sendAndFollow(
            Object command, Class<S> state, CommandRequest request, Predicate<S> carriedOn, String... policies) {
        Carried<S> carried = carryOut(command, state, request);
        if (!carriedOn.test(carried.state())) {
            return new Outcome<>(carried.state(), carried.position(), projection(carried.position(), request));
        }
        if (request.respondAsync()) {
            return new Outcome<>(carried.state(), carried.position(), Projection.NOT_AWAITED);
        }
        Followed followed = views.awaitPoliciesAndViews(List.of(policies), carried.position());
        return new Outcome<>(
                carried.state(), followed.position(), followed.applied() ? Projection.APPLIED : Projection.PENDING);
    }

    private <S extends Versioned> Carried<S> carryOut(Object command, Class<S> state, CommandRequest request) {
        Map<String, Object> metadata = metadata(request);
        boolean secondLook = false;
        int lostRaces = 0;
        while (lostRaces <= retries) {
            try {
                CommandDispatcher.Result result = dispatcher.dispatch(command, metadata);
                S after = state.cast(result.payload());
                OptionalLong position = result.position();
                if (position.isPresent()) {
                    return new Carried<>(after, position.getAsLong());
                }
                EventLogHead.Positions positions = head.positions(after.aggregateId());
                if (positions.version() == after.version()) {
                    return new Carried<>(after, positions.head());
                }
                cache.remove(after.aggregateId());
                lostRaces++;
            } catch (ConcurrencyException | PessimisticLockingFailureException e) {
                pause(lostRaces);
                lostRaces++;
            } catch (RequestRejected rejected) {
                if (secondLook) {
                    throw rejected;
                }
                secondLook = true;
            } catch (AggregateNotFoundException e) {
                throw RequestRejected.notFound(Subjects.of(command));
            }
        }
        throw new RequestRejected(ProblemCode.CONFLICT, "Others are changing this at the same time. Please try again.");
    }

    private Projection projection(long position, CommandRequest request) {
        if (request.respondAsync()) {
            return Projection.NOT_AWAITED;
        }
        return views.awaitViews(position) ? Projection.APPLIED : Projection.PENDING;
    }

    private static Map<String, Object> metadata(CommandRequest request) {
        Map<String, Object> metadata = new HashMap<>();
        request.who().ifPresent(user -> metadata.put(Provenance.WHO, user.value()));
        request.requestId().ifPresent(id -> metadata.put(Provenance.REQUEST_ID, id));
        request.expectedVersion().ifPresent(version -> metadata.put(VersionedAggregate.EXPECTED_VERSION, version));
        return metadata;
    }

    private static void pause(int lostRaces) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS << lostRaces) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestRejected(ProblemCode.UNAVAILABLE, "The service is shutting down.");
        }
    }

    private record Carried<S>(S state, long position) {}
}
