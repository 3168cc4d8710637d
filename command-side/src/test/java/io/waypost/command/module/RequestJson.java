package io.waypost.command.module;

import io.waypost.platform.web.WebConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/** The mapper that reads requests and writes answers, set up as in the running service. */
final class RequestJson {

    private RequestJson() {}

    static JsonMapper mapper() {
        JsonMapper[] mapper = new JsonMapper[1];
        new ApplicationContextRunner()
                .withPropertyValues("spring.jackson.default-property-inclusion=always")
                .withUserConfiguration(WebConfiguration.class, JacksonAutoConfiguration.class)
                .run(context -> mapper[0] = context.getBean(JsonMapper.class));
        return mapper[0];
    }
}
