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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that tokens are signed with: RSA, in the database, so that all nodes and restarts share it. */
@Component
class SigningKeys implements JWKSource<SecurityContext>, ApplicationRunner {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable JWK> newest = new AtomicReference<>();

    SigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    private JWK newest() {
        JWK known = newest.get();
        return known == null ? load() : known;
    }

    private synchronized JWK load() {
        JWK key = stored().orElseGet(this::generate);
        newest.set(key);
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
}
