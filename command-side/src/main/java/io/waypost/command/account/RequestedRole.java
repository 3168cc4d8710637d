package io.waypost.command.account;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A system role as a request names it: by its name or its number. Whether there is such a role is not a matter of form.
 *
 * @param text what the request says
 */
@JsonDeserialize(using = RequestedRole.Reader.class)
record RequestedRole(String text) {

    /** The role; empty if there is none of that name. */
    Optional<SystemRole> known() {
        return SystemRole.named(text);
    }

    /**
     * The role.
     *
     * @throws RequestRejected if there is none of that name
     */
    SystemRole require() {
        return known().orElseThrow(() ->
                new RequestRejected(ProblemCode.UNKNOWN_ROLE, "There is no such role: it is user, manager or admin"));
    }

    static final class Reader extends StdDeserializer<RequestedRole> {

        Reader() {
            super(RequestedRole.class);
        }

        @Override
        public RequestedRole deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING) || parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return new RequestedRole(parser.getString().strip());
            }
            return (RequestedRole) context.handleUnexpectedToken(RequestedRole.class, parser);
        }
    }
}
