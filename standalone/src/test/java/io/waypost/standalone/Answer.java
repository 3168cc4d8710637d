package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An answer of the service, as a client sees it. */
record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

    /** Says in the failure what the service answered, when the status is another one. */
    Answer expect(int expected) {
        assertThat(status).as("%s", text).isEqualTo(expected);
        return this;
    }

    /** A refusal: a problem document of the status and code that tells nothing about the inside. */
    Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(body.path("code").asString()).as("%s", text).isEqualTo(code);
        assertThat(body.path("status").asInt()).isEqualTo(expected);
        assertThat(body.path("detail").asString()).isNotBlank();
        assertThat(text).doesNotContain("Exception", "io.waypost", "org.", "select ", "insert ");
        return this;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    long id() {
        return body.path("id").asLong();
    }

    String etag() {
        return header("etag").orElseThrow();
    }

    long position() {
        return Long.parseLong(header("Waypost-Position").orElseThrow());
    }
}
