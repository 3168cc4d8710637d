package io.waypost.platform.security;

import java.text.ParseException;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys that tokens can be verified with, as RFC 7517 has them. */
@RestController
class JwksController {

    private final PublicKeys keys;

    JwksController(PublicKeys keys) {
        this.keys = keys;
    }

    @Public
    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() throws ParseException {
        return keys.all().toJSONObject(true);
    }
}
