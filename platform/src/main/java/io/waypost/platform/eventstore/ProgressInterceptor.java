package io.waypost.platform.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells how far a streaming processor has come, once after each batch that it has committed. */
final class ProgressInterceptor implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String POSITION = ProgressInterceptor.class.getName();

    private final String processor;
    private final ProcessorProgress progress;

    ProgressInterceptor(String processor, ProcessorProgress progress) {
        this.processor = processor;
        this.progress = progress;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (unitOfWork.getMessage() instanceof TrackedEventMessage<?> event
                && event.trackingToken() instanceof GapAwareTrackingToken position
                && unitOfWork.resources().put(POSITION, position) == null) {
            unitOfWork.afterCommit(batch -> progress.advanced(processor, batch.getResource(POSITION)));
        }
        return chain.proceed();
    }
}
