package io.waypost.command.sample;

import io.waypost.command.othersample.OtherFeature;
import io.waypost.query.QuerySideApplication;
import java.time.Instant;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reaches for the other side and for another feature, injects into a field, keeps static state, reads a clock. */
@Aggregate
@RestController
@Profile("never")
public class CommandSample {

    @SuppressWarnings("NonFinalStaticField") // that is the point
    static int counter;

    @Autowired
    private @Nullable OtherFeature feature;

    /** An endpoint that does not say who may call it. */
    @GetMapping("/sample")
    public String open() {
        return QuerySideApplication.class.getName() + (feature == null) + counter + Instant.now();
    }
}
