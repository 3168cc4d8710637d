package io.waypost.command.account;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that can be exchanged once for a new access token.
 *
 * @param secret what the client holds
 */
record RefreshToken(String secret) {

    private static final int RANDOM_BYTES = 32;

    static RefreshToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the database knows it by. The secret is long and random, so a plain hash cannot be guessed back. */
    String hash() {
        return Sha256.hex(secret);
    }

    /** Without the secret, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
