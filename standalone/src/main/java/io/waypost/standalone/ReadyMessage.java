package io.waypost.standalone;

import io.waypost.command.account.FirstAdminPassword;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says once, when the service is ready, where everything is. Not in the log: the first password is nobody else's. */
@Component
class ReadyMessage {

    private final PrintStream out;
    private final String database;
    private final String kafka;
    private final String topic;
    private final String admin;
    private final AtomicReference<String> password = new AtomicReference<>("");

    ReadyMessage(
            @Value("${spring.datasource.url}") String database,
            @Value("${spring.kafka.bootstrap-servers}") String kafka,
            @Value("${waypost.kafka.topic}") String topic,
            @Value("${waypost.admin.username}") String admin) {
        this.out = System.out;
        this.database = database;
        this.kafka = kafka;
        this.topic = topic;
        this.admin = admin;
    }

    @EventListener
    void remember(FirstAdminPassword first) {
        password.set(", password " + first.password() + " (said only now)");
    }

    @EventListener
    void announce(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String url = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        out.println();
        out.println("Waypost is ready");
        out.println("  API      " + url + "/api");
        out.println("  API docs " + url + "/swagger-ui.html");
        out.println("  Database " + database);
        out.println("  Kafka    " + kafka + ", topic " + topic);
        out.println("  Admin    " + admin + password.get());
        out.println();
        out.flush();
    }
}
