package io.waypost.standalone;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes users for tests, each with a name of their own.
 *
 * @param admin the client of an admin
 */
record People(Api admin) {

    static final String PASSWORD = "long enough";

    /** A user of this system role. */
    Person make(String role) {
        String name = uniqueName();
        return new Person(
                admin.post("/api/users", form(name, Map.of("role", role)))
                        .expect(201)
                        .id(),
                name);
    }

    /** A client that is signed in as the person. */
    Api signedIn(Person person) {
        return admin.anonymous()
                .withToken(signIn(person).body().path("access_token").asString());
    }

    /** The answer to signing in. */
    Answer signIn(Person person) {
        return admin.anonymous()
                .post("/api/auth/login", Map.of("username", person.username(), "password", PASSWORD))
                .expect(200);
    }

    static String uniqueName() {
        return "u" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The body of a registration, with further fields. */
    static Map<String, Object> form(String username, Map<String, ?> more) {
        Map<String, Object> form = new HashMap<>();
        form.put("username", username);
        form.put("email", username + "@example.org");
        form.put("password", PASSWORD);
        form.putAll(more);
        return form;
    }

    /** A user that was made. */
    record Person(long id, String username) {

        String path() {
            return "/api/users/" + id;
        }
    }
}
