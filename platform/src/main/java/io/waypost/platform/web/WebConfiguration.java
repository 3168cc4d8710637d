package io.waypost.platform.web;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.UserId;
import java.math.BigInteger;
import java.util.function.LongFunction;
import org.openapitools.jackson.nullable.JsonNullableJackson3Module;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.module.SimpleModule;

/** JSON, ids in paths, and what the container itself answers. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, CourseId.class, number(CourseId::new));
        registry.addConverter(String.class, GroupId.class, number(GroupId::new));
        registry.addConverter(String.class, ModuleId.class, number(ModuleId::new));
        registry.addConverter(String.class, PostId.class, number(PostId::new));
        registry.addConverter(String.class, UserId.class, number(UserId::new));
    }

    @Bean
    JsonMapperBuilderCustomizer requestAndAnswerJson() {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new JsonNullableJackson3Module())
                .addModule(new SimpleModule("texts").addDeserializer(String.class, new TextDeserializer()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainer() {
        return factory ->
                factory.addContextCustomizers(context -> ProblemErrorReportValve.install(context.getParent()));
    }

    /** A number too large for any row names nothing, as one that happens to be free does: it is no malformed input. */
    private static <T> Converter<String, T> number(LongFunction<T> id) {
        return text -> id.apply(new BigInteger(text).min(LARGEST).max(SMALLEST).longValueExact());
    }
}
