package io.waypost.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.waypost.platform.security.OwnTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Signs users in at once, with the service's own key: through the API each would cost the checking of a password. */
final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(2);

    private final RSAKey key;
    private final RSASSASigner signer;

    private Tokens(RSAKey key) throws JOSEException {
        this.key = key;
        this.signer = new RSASSASigner(key);
    }

    static Tokens of(Service service) {
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select private_jwk from waypost_write.signing_key order by created_at desc limit 1")) {
            row.next();
            return new Tokens(RSAKey.parse(row.getString(1)));
        } catch (SQLException | ParseException | JOSEException e) {
            throw new IllegalStateException("The signing key cannot be read", e);
        }
    }

    /** A token as {@code POST /api/auth/login} gives it. */
    String of(long user) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(OwnTokens.ISSUER)
                .subject(Long.toString(user))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("username", Users.nameOf(user))
                .claim("role", "user")
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
