package io.waypost.command.platform;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * How a command ended that was carried out.
 *
 * @param state the state of the aggregate afterwards
 * @param position the global position of the command's last event; of the end of the log if it changed nothing, or if
 *     policies carried it on
 * @param projection whether the views show it
 * @param <S> the type of the state
 */
public record Outcome<S extends Versioned>(S state, long position, Projection projection) {

    /** The header that holds the position. */
    public static final String POSITION_HEADER = "Waypost-Position";

    /** The header that says, with the value {@code pending}, that the views may not show the outcome yet. */
    public static final String PROJECTION_HEADER = "Waypost-Projection";

    /** Whether the views show the outcome. */
    public enum Projection {
        /** They do. */
        APPLIED,
        /** Not all of them did within the time that a command waits. */
        PENDING,
        /** The client asked not to wait. */
        NOT_AWAITED
    }

    /** 200 with a body. */
    public <B> ResponseEntity<B> ok(Function<S, B> body) {
        return ResponseEntity.ok().headers(headers()).headers(this::etag).body(body.apply(state));
    }

    /** 201 with a body and where to find what was made. */
    public <B> ResponseEntity<B> created(String location, Function<S, B> body) {
        return ResponseEntity.created(URI.create(location))
                .headers(headers())
                .headers(this::etag)
                .body(body.apply(state));
    }

    /** 204. */
    public ResponseEntity<Void> noContent() {
        return ResponseEntity.status(HttpStatus.NO_CONTENT).headers(headers()).build();
    }

    /** What nothing has happened to has no version. */
    private void etag(HttpHeaders headers) {
        if (state.version() >= 0) {
            headers.setETag("\"" + state.version() + "\"");
        }
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(POSITION_HEADER, String.valueOf(position));
        if (projection == Projection.PENDING) {
            headers.set(PROJECTION_HEADER, "pending");
        }
        if (projection == Projection.NOT_AWAITED) {
            headers.set("Preference-Applied", "respond-async");
            headers.set(PROJECTION_HEADER, "pending");
        }
        return headers;
    }
}
