package io.waypost.query.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.waypost.api.user.SystemRole;
import java.time.Instant;
import java.util.Date;

/** Signs tokens with a key that the database publishes. */
public final class Tokens {

    private final TestDatabase database;
    private final RSAKey key;

    /** Makes a key and publishes it. */
    public Tokens(TestDatabase database) {
        this.database = database;
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        database.asCommand()
                .sql(
                        "insert into waypost_write.signing_key (kid, public_jwk, private_jwk) values ('test', ?, 'secret')")
                .param(key.toPublicJWK().toJSONString())
                .update();
    }

    /** A token that is good for an hour. The user gets an account if there is none of that number yet. */
    public String of(long userId, SystemRole role) {
        database.asCommand()
                .sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, created_at, updated_at)
                        values (:id, 'user-' || :id, 'user-' || :id || '@example.org', 'none', :role, now(), now())
                        on conflict (id) do update set role = excluded.role
                        """)
                .param("id", userId)
                .param("role", role.code())
                .update();
        return signed(userId, role, Instant.now().plusSeconds(3600));
    }

    /** A token that is good for an hour, of a user who has no account. */
    public String ofNobody(long userId) {
        return signed(userId, SystemRole.USER, Instant.now().plusSeconds(3600));
    }

    /** A token that has expired. */
    public String expired(long userId, SystemRole role) {
        return signed(userId, role, Instant.now().minusSeconds(3600));
    }

    private String signed(long userId, SystemRole role, Instant expiry) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("waypost")
                .subject(Long.toString(userId))
                .claim("role", role.code())
                .expirationTime(Date.from(expiry))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
