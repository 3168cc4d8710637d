package io.waypost.platform.eventstore;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The global position of the last event that a unit of work appended, kept in the unit's resources. */
public final class AppendedPosition {

    private static final String RESOURCE = AppendedPosition.class.getName();

    private AppendedPosition() {}

    static void record(UnitOfWork<?> unitOfWork, long position) {
        unitOfWork.root().resources().merge(RESOURCE, position, (a, b) -> Math.max((long) a, (long) b));
    }

    /** The position of the last event appended in the unit of work, or empty if it appended none. */
    public static OptionalLong of(UnitOfWork<?> unitOfWork) {
        Long position = unitOfWork.root().getResource(RESOURCE);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
