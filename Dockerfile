# Both sides: one target for each, built together.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/m2 \
    mvn -B -ntp -q -Dmaven.repo.local=/m2 -Dmaven.test.skip=true -pl command-side,query-side -am package

FROM eclipse-temurin:25-jre AS node
# The health checks need curl.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home waypost
USER waypost
WORKDIR /app
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "waypost.jar"]

FROM node AS command-side
COPY --from=build /src/command-side/target/*-exec.jar waypost.jar

FROM node AS query-side
COPY --from=build /src/query-side/target/*-exec.jar waypost.jar
