package io.waypost.command.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that tokens are signed with: RSA, in the database, so that all nodes and restarts share them. The newest one
 * signs. Older ones stay until the last token that they signed has expired, so that a new key signs nobody out.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, ApplicationRunner {

    private static final int BITS = 2048;

    /** How long a node may go on signing with a key after another node has made a newer one. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration rotation;
    private final Duration tokenLifetime;
    private final AtomicReference<@Nullable Known> newest = new AtomicReference<>();

    SigningKeys(
            JdbcClient jdbc,
            Clock clock,
            @Value("${waypost.tokens.key-rotation}") Duration rotation,
            @Value("${waypost.tokens.lifetime}") Duration tokenLifetime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rotation = rotation;
        this.tokenLifetime = tokenLifetime;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(new JWKSet(newest()));
    }

    /** Makes the key on the first start, so that whoever asks for the public keys early gets them. */
    @Override
    public void run(ApplicationArguments arguments) {
        newest();
    }

    /** Makes a new key, which signs from now on; its id. */
    synchronized String rotate() {
        JWK key = generate();
        newest.set(new Known(key, clock.instant()));
        return key.getKeyID();
    }

    /** Makes a new key if the newest one is old enough, and forgets those whose tokens have all expired. */
    void maintain() {
        boolean due =
                jdbc.sql("""
                        select coalesce(max(created_at), '-infinity') < clock_timestamp() - make_interval(secs => ?)
                          from waypost_write.signing_key""").param(rotation.toSeconds()).query(Boolean.class).single();
        if (due) {
            rotate();
        }
        jdbc.sql("""
                        delete from waypost_write.signing_key old
                         where exists (select 1 from waypost_write.signing_key next
                                        where next.created_at > old.created_at
                                          and next.created_at < clock_timestamp() - make_interval(secs => ?))""").param(tokenLifetime.plus(KEPT).plus(KEPT).toSeconds()).update();
    }

    private JWK newest() {
        Known known = newest.get();
        return known == null || known.at().plus(KEPT).isBefore(clock.instant()) ? load() : known.key();
    }

    private synchronized JWK load() {
        JWK key = stored().orElseGet(this::generate);
        newest.set(new Known(key, clock.instant()));
        return key;
    }

    private Optional<JWK> stored() {
        return jdbc.sql("select private_jwk from waypost_write.signing_key order by created_at desc, kid limit 1")
                .query(String.class)
                .optional()
                .map(SigningKeys::parse);
    }

    private JWK generate() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            jdbc.sql("insert into waypost_write.signing_key (kid, public_jwk, private_jwk) values (?, ?, ?)")
                    .param(key.getKeyID())
                    .param(key.toPublicJWK().toJSONString())
                    .param(key.toJSONString())
                    .update();
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("The stored signing key cannot be read", e);
        }
    }

    private record Known(JWK key, Instant at) {}
}
