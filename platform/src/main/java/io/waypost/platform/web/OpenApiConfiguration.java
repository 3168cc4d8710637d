package io.waypost.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the endpoints are described to people and generators: at {@code /v3/api-docs} and {@code /swagger-ui.html}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "bearer";

    /** springdoc knows nothing of the names that the service's own JSON mapper gives. */
    @Bean
    ModelResolver modelResolver() {
        return new ModelResolver(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig()
                .replaceWithClass(CourseId.class, Long.class)
                .replaceWithClass(GroupId.class, Long.class)
                .replaceWithClass(ModuleId.class, Long.class)
                .replaceWithClass(PostId.class, Long.class)
                .replaceWithClass(UserId.class, Long.class)
                .addRequestWrapperToIgnore(CurrentUser.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Waypost")
                        .version("1")
                        .description("Courses of reusable modules, groups and progress. Refusals are"
                                + " application/problem+json (RFC 9457) with a stable code.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
