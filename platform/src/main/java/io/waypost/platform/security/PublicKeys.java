package io.waypost.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The public halves of the keys that tokens are signed with. Both sides read them from the database, so a query node
 * verifies tokens without asking a command node.
 */
@Component
public class PublicKeys implements JWKSetSource<SecurityContext> {

    private final JdbcClient jdbc;

    PublicKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All keys that a valid token may be signed with, newest first. */
    public JWKSet all() throws ParseException {
        List<JWK> keys = new ArrayList<>();
        for (String json : jdbc.sql("select public_jwk from waypost_write.signing_key order by created_at desc")
                .query(String.class)
                .list()) {
            keys.add(JWK.parse(json));
        }
        return new JWKSet(keys);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            return all();
        } catch (DataAccessException | ParseException e) {
            throw new JWKSetUnavailableException("The signing keys cannot be read", e);
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
