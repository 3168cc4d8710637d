package io.waypost.command.platform;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/** Hands on who sent a command, and with which request, to the events it leads to and the commands that follow. */
@Component
public class Provenance implements CorrelationDataProvider {

    /** The metadata with the id of the user, a number. */
    public static final String WHO = "who";

    /** The metadata with the id of the HTTP request. */
    public static final String REQUEST_ID = "request_id";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> handedOn = new HashMap<>();
        for (String key : new String[] {WHO, REQUEST_ID}) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                handedOn.put(key, value);
            }
        }
        return handedOn;
    }
}
