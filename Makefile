# The commands one types most. `make demo` and `make compose-up` read the environment, such as WAYPOST_ADMIN_PASSWORD.
MVN = mvn

# Maven would answer a demo that ends with 1 with a stack trace of its own; the demo has said why already.
QUIET = -Dorg.slf4j.simpleLogger.log.org.apache.maven.cli.MavenCli=off \
        -Dorg.slf4j.simpleLogger.log.org.codehaus.mojo.exec.ExecMojo=off

.PHONY: run start test demo bench format compose-up compose-down

# Everything in one process, with its own PostgreSQL and Kafka.
run:
	$(MVN) -q -pl standalone -am spring-boot:run

# The same, ready sooner: from jars, with what the JVM learned at an earlier start. Wants a JDK 25 as `java`.
start: standalone/target/waypost/waypost.aot
	java -XX:AOTCache=$< --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
	  -jar standalone/target/waypost/waypost.jar

standalone/target/waypost/waypost.aot:
	$(MVN) -q -Pfast-start -pl standalone -am -DskipTests package

test:
	$(MVN) verify

# Fills a running Waypost (WAYPOST_URL, http://localhost:8080 if not set) with two courses and two groups that learn them.
demo:
	@$(MVN) -q -pl demo compile
	@$(MVN) -q -pl demo validate exec:exec $(QUIET)

# Starts a Waypost of its own and measures it; WORKLOADS=members runs only that.
bench:
	$(MVN) -q -pl benchmarks -am process-classes exec:exec -Dworkloads=$(WORKLOADS)

format:
	$(MVN) -q spotless:apply

# PostgreSQL, Kafka, two nodes of each side and a gateway; returns when all of them are healthy.
compose-up: .env
	docker compose up --build --detach --wait

# Stops them. Data stays; `docker compose down --volumes` throws it away.
compose-down: .env
	docker compose down

.env:
	cp .env.example .env
