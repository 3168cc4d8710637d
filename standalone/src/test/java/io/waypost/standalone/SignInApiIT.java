package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.waypost.standalone.People.Person;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying signed in, and signing out. */
@ExtendWith(SharedWaypost.class)
class SignInApiIT {

    private static final String LOGIN = "/api/auth/login";
    private static final String REFRESH = "/api/auth/refresh";
    private static final String LOGOUT = "/api/auth/logout";

    private final Api admin;
    private final Api anyone;
    private final People people;

    SignInApiIT(RunningWaypost waypost, Api admin) {
        this.admin = admin;
        this.anyone = Api.of(waypost.url());
        this.people = new People(admin);
    }

    @Test
    void theTokenHoldsNumberNameAndRoleForHalfAnHour() throws ParseException {
        Person person = people.make("manager");

        Answer answer = people.signIn(person);

        assertThat(answer.body().path("token_type").asString()).isEqualTo("bearer");
        assertThat(answer.body().path("expires_in").asLong()).isEqualTo(1800);
        SignedJWT token = SignedJWT.parse(answer.body().path("access_token").asString());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "iat", "exp", "username", "role");
        assertThat(claims.getSubject()).isEqualTo(String.valueOf(person.id()));
        assertThat(claims.getStringClaim("username")).isEqualTo(person.username());
        assertThat(claims.getStringClaim("role")).isEqualTo("manager");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(1800));
    }

    @Test
    void theNameMayBeWrittenInAnyLetterCase() {
        Person person = people.make("user");

        anyone.post(LOGIN, Map.of("username", person.username().toUpperCase(Locale.ROOT), "password", People.PASSWORD))
                .expect(200);
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameWords() {
        Person person = people.make("user");

        Answer wrong = anyone.post(LOGIN, Map.of("username", person.username(), "password", "wrong"))
                .expectProblem(401, "wrong_credentials");
        Answer unknown = anyone.post(LOGIN, Map.of("username", People.uniqueName(), "password", "wrong"))
                .expectProblem(401, "wrong_credentials");

        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void passwordsAreTakenAsTheyAre() {
        String name = People.uniqueName();
        anyone.post("/api/auth/register", People.form(name, Map.of("password", "  spaces around  ")))
                .expect(201);

        anyone.post(LOGIN, Map.of("username", " " + name + " ", "password", "  spaces around  "))
                .expect(200);
        anyone.post(LOGIN, Map.of("username", name, "password", "spaces around"))
                .expectProblem(401, "wrong_credentials");
    }

    @Test
    void blankIs401AndMalformedIs422() {
        anyone.post(LOGIN, Map.of("username", "", "password", "")).expectProblem(401, "wrong_credentials");
        anyone.post(LOGIN, Map.of("username", "ada")).expectProblem(422, "invalid_input");
        anyone.raw("POST", LOGIN, "application/json", "{").expectProblem(422, "invalid_input");
    }

    @Test
    void aDisabledAccountIs403OnlyWithTheRightPassword() {
        Person person = people.make("user");
        admin.patch(person.path() + "/status", Map.of("is_active", false)).expect(200);

        anyone.post(LOGIN, Map.of("username", person.username(), "password", People.PASSWORD))
                .expectProblem(403, "account_disabled");
        anyone.post(LOGIN, Map.of("username", person.username(), "password", "wrong"))
                .expectProblem(401, "wrong_credentials");
    }

    @Test
    void aRefreshTokenBringsNewTokensOnce() {
        Answer first = people.signIn(people.make("user"));

        Answer second = refresh(first).expect(200);

        anyone.withToken(second.body().path("access_token").asString())
                .get("/api/auth/me")
                .expect(200);
        assertThat(second.body().path("refresh_token").asString())
                .isNotEqualTo(first.body().path("refresh_token").asString());
        refresh(second).expect(200);
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsTheWholeChain() {
        Answer first = people.signIn(people.make("user"));
        Answer second = refresh(first).expect(200);
        Answer third = refresh(second).expect(200);

        refresh(first).expectProblem(401, "unauthenticated");

        refresh(third).expectProblem(401, "unauthenticated");
    }

    @Test
    void oneChainLeavesTheOthersAlone() {
        Person person = people.make("user");
        Answer phone = people.signIn(person);
        Answer laptop = people.signIn(person);
        refresh(phone).expect(200);
        refresh(phone).expectProblem(401, "unauthenticated");

        refresh(laptop).expect(200);
    }

    @Test
    void signingOutEndsTheChain() {
        Answer tokens = people.signIn(people.make("user"));

        anyone.post(LOGOUT, token(tokens)).expect(204);

        refresh(tokens).expectProblem(401, "unauthenticated");
        anyone.post(LOGOUT, token(tokens)).expect(204);
    }

    @Test
    void disablingEndsEveryChainForGood() {
        Person person = people.make("user");
        Answer tokens = people.signIn(person);
        admin.patch(person.path() + "/status", Map.of("is_active", false)).expect(200);
        admin.patch(person.path() + "/status", Map.of("is_active", true)).expect(200);

        refresh(tokens).expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {REFRESH, LOGOUT})
    void aRefreshTokenIsNeeded(String path) {
        anyone.post(path, Map.of()).expectProblem(422, "invalid_input");
        anyone.raw("POST", path, "application/json", "").expectProblem(422, "invalid_input");
    }

    @Test
    void anUnknownRefreshTokenIs401() {
        anyone.post(REFRESH, Map.of("refresh_token", "nonsense")).expectProblem(401, "unauthenticated");
        anyone.post(LOGOUT, Map.of("refresh_token", "nonsense")).expect(204);
    }

    @Test
    void aNewSigningKeySignsNobodyOut() throws ParseException {
        Answer before = people.signIn(people.make("user"));
        int keys = anyone.get("/.well-known/jwks.json")
                .expect(200)
                .body()
                .path("keys")
                .size();

        String kid = admin.post("/api/admin/signing-keys", Map.of())
                .expect(201)
                .body()
                .path("kid")
                .asString();

        anyone.withToken(before.body().path("access_token").asString())
                .get("/api/auth/me")
                .expect(200);
        Answer after = refresh(before).expect(200);
        String token = after.body().path("access_token").asString();
        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo(kid);
        anyone.withToken(token).get("/api/auth/me").expect(200);
        assertThat(anyone.get("/.well-known/jwks.json").body().path("keys").size())
                .isEqualTo(keys + 1);
    }

    @Test
    void onlyAdminsMakeSigningKeys() {
        anyone.post("/api/admin/signing-keys", Map.of()).expectProblem(401, "unauthenticated");
        people.signedIn(people.make("manager"))
                .post("/api/admin/signing-keys", Map.of())
                .expectProblem(403, "forbidden");
    }

    private Answer refresh(Answer tokens) {
        return anyone.post(REFRESH, token(tokens));
    }

    private static Map<String, String> token(Answer tokens) {
        return Map.of("refresh_token", tokens.body().path("refresh_token").asString());
    }
}
