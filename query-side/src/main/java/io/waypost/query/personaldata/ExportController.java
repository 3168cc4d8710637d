package io.waypost.query.personaldata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.PersonAccess;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands people what is held about them. */
@RestController
@Tag(name = "Users")
class ExportController {

    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    private final Export export;
    private final SnapshotReads reads;

    ExportController(Export export, SnapshotReads reads) {
        this.export = export;
        this.reads = reads;
    }

    @GetMapping(path = "/api/users/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(SystemRole.USER)
    @Operation(summary = "Everything that is held about a user, for an admin or the user")
    void export(@PathVariable UserId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response)
            throws IOException {
        PersonAccess.require(user, id);
        try (Spool spool = Spool.open()) {
            reads.head(response, () -> {
                export.write(id, spool.in());
                return spool;
            });
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("waypost-" + id + ".json")
                            .build()
                            .toString());
            response.setContentLengthLong(spool.size());
            send(spool, response);
        }
    }

    private static void send(Spool spool, HttpServletResponse response) {
        try {
            spool.copyTo(response.getOutputStream());
        } catch (IOException e) {
            // The answer has begun, so it can only be cut short; its length tells the client.
            LOG.debug("An export was not taken to its end", e);
        }
    }
}
