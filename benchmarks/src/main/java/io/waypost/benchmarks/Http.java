package io.waypost.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * One connection to the service, for one thread. It costs little: the load shares two cores with what it measures.
 */
final class Http implements AutoCloseable {

    private static final Timeout ANSWERING = Timeout.ofMinutes(2);

    private final HttpHost host;
    private final HttpRequester requester = RequesterBootstrap.bootstrap().create();

    Http(String url) {
        this.host = HttpHost.create(URI.create(url));
    }

    /** Sends a request; what it needs besides a token and a body is set on it before. */
    Answer send(Request request) {
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), host, request.path());
        request.token().ifPresent(token -> message.addHeader("Authorization", "Bearer " + token));
        if (request.async()) {
            message.addHeader("Prefer", "respond-async");
        }
        request.body()
                .ifPresent(body -> message.setEntity(new StringEntity(
                        body, ContentType.parse(request.mediaType()).withCharset(StandardCharsets.UTF_8))));
        try {
            return requester.execute(host, message, ANSWERING, HttpCoreContext.create(), Http::answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (HttpException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        requester.close(CloseMode.GRACEFUL);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        String body = response.getEntity() == null
                ? ""
                : new String(EntityUtils.toByteArray(response.getEntity()), StandardCharsets.UTF_8);
        return new Answer(
                response.getCode(), number(response, "Waypost-Position"), number(response, "Waypost-As-Of"), body);
    }

    private static OptionalLong number(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(header.getValue()));
    }

    /**
     * What to ask.
     *
     * @param async whether the service may answer before the views show what a command did
     */
    record Request(
            String method,
            String path,
            Optional<String> token,
            boolean async,
            String mediaType,
            Optional<String> body) {

        static Request of(String method, String path, String token) {
            return new Request(method, path, Optional.of(token), false, "application/json", Optional.empty());
        }

        Request withBody(String type, String content) {
            return new Request(method, path, token, async, type, Optional.of(content));
        }

        Request respondAsync() {
            return new Request(method, path, token, true, mediaType, body);
        }
    }
}
