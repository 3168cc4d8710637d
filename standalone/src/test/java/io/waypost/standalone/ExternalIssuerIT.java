package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With an OpenID Connect provider, whose tokens take the place of Waypost's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalIssuerIT {

    private HttpServer provider;
    private RSAKey key;
    private RunningWaypost waypost;

    @BeforeAll
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048)
                .keyID("theirs")
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer()
                        + "/keys\",\"subject_types_supported\":[\"public\"]}");
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        provider.start();
        waypost = SharedWaypost.start("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer());
    }

    @AfterAll
    void stop() {
        waypost.close();
        provider.stop(0);
    }

    @Test
    void theTokenSaysWhoAndTheAccountSaysWhatTheyMayDo() {
        Api admin = Api.of(waypost.url()).withToken(token(issuer(), "admin"));
        assertThat(admin.get("/api/auth/me")
                        .expect(200)
                        .body()
                        .path("role")
                        .path("name")
                        .asString())
                .isEqualTo("admin");
        String name = People.uniqueName();
        long id = admin.post("/api/users", People.form(name, Map.of()))
                .expect(201)
                .id();
        Api user = Api.of(waypost.url()).withToken(token(issuer(), name));

        assertThat(user.get("/api/auth/me").expect(200).id()).isEqualTo(id);
        user.get("/api/users").expectProblem(403, "forbidden");

        admin.patch("/api/users/" + id + "/status", Map.of("is_active", false)).expect(200);
        Api disabled = Api.of(waypost.url()).withToken(token(issuer(), name));
        disabled.get("/api/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void whoHasNoAccountIsNobody() {
        Api.of(waypost.url())
                .withToken(token(issuer(), People.uniqueName()))
                .get("/api/auth/me")
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void tokensOfAnotherIssuerAreWorthNothing() {
        Api anyone = Api.of(waypost.url());

        anyone.withToken(token("waypost", "admin")).get("/api/auth/me").expectProblem(401, "unauthenticated");
        anyone.withToken(new Tokens(waypost).of(1, "admin")).get("/api/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void nobodySignsInWithAPassword() {
        Api anyone = Api.of(waypost.url());

        anyone.post("/api/auth/login", Map.of("username", "admin", "password", Api.ADMIN_PASSWORD))
                .expectProblem(404, "not_found");
        anyone.post("/api/auth/refresh", Map.of("refresh_token", "x")).expectProblem(404, "not_found");
    }

    private void serve(String path, String body) {
        provider.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String issuer() {
        return "http://localhost:" + provider.getAddress().getPort();
    }

    private String token(String issuer, String username) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("theirs").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject("f3b1c2")
                            .claim("preferred_username", username)
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
