package io.waypost.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs tokens with the service's own key, for users and times that signing in does not give yet. */
record Tokens(JdbcClient jdbc) {

    Tokens(RunningWaypost waypost) {
        this(waypost.context().getBean(JdbcClient.class));
    }

    /** A token of a user, who gets an account if there is none of that number yet. */
    String of(long userId, String role) {
        jdbc.sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, created_at, updated_at)
                        values (:id, 'user-' || :id, 'user-' || :id || '@example.org', 'none', :role, now(), now())
                        on conflict (id) do update set role = excluded.role""").param("id", userId).param("role", role).update();
        return signed(key(), userId, role, Instant.now().plus(Duration.ofMinutes(30)));
    }

    String expired() {
        return signed(key(), 1, "admin", Instant.now().minus(Duration.ofMinutes(5)));
    }

    /** An admin's token under a key that is not the service's. */
    static String forged() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("forged").generate();
            return signed(key, 1, "admin", Instant.now().plus(Duration.ofMinutes(30)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAKey key() {
        String json = jdbc.sql("select private_jwk from waypost_write.signing_key limit 1")
                .query(String.class)
                .single();
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(RSAKey key, long userId, String role, Instant expires) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer("waypost")
                            .subject(String.valueOf(userId))
                            .claim("role", role)
                            .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                            .expirationTime(Date.from(expires))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
