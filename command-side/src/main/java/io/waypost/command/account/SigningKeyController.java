package io.waypost.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.OwnTokensOnly;
import io.waypost.platform.security.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators change the key that tokens are signed with. */
@RestController
@OwnTokensOnly
class SigningKeyController {

    private final SigningKeys keys;

    SigningKeyController(SigningKeys keys) {
        this.keys = keys;
    }

    @Operation(summary = "Makes a new key, which signs tokens from now on; nobody is signed out")
    @PostMapping("/api/admin/signing-keys")
    @Requires(SystemRole.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    SigningKeyBody rotate() {
        return new SigningKeyBody(keys.rotate());
    }

    /**
     * A signing key.
     *
     * @param kid its id, as in {@code /.well-known/jwks.json}
     */
    record SigningKeyBody(String kid) {}
}
