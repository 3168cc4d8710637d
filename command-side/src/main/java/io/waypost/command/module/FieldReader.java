package io.waypost.command.module;

import io.waypost.command.platform.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of one JSON object. What is wrong is noted, with the path of the field, and something that stands in is
 * answered, so that reading goes on and finds the rest.
 */
final class FieldReader {

    /** The largest whole number that every client can hold. */
    static final long LARGEST = (1L << 53) - 1;

    private static final int URL_LENGTH = 2000;

    private final JsonMapper mapper;
    private final JsonNode object;
    private final String path;
    private final Findings findings;

    FieldReader(JsonMapper mapper, JsonNode object, String path, Findings findings) {
        this.mapper = mapper;
        this.object = object;
        this.path = path;
        this.findings = findings;
    }

    /** A required text. A blank one has the right form. */
    String text(String name, int maxLength) {
        return required(name).map(node -> text(name, node, maxLength)).orElse("");
    }

    /** A required text that is one of several; the first of them stands in. */
    String oneOf(String name, List<String> allowed) {
        Optional<JsonNode> node = required(name);
        Optional<String> text = node.filter(JsonNode::isString)
                .map(sent -> sent.stringValue().strip())
                .filter(allowed::contains);
        if (node.isPresent() && text.isEmpty()) {
            wrong(name, "must be one of " + String.join(", ", allowed));
        }
        return text.orElse(allowed.getFirst());
    }

    /** A required URL. A blank one is a blank text, not a wrong URL. */
    String url(String name) {
        return required(name).map(node -> url(name, node)).orElse("");
    }

    /** A URL that may be missing, null or empty. */
    Optional<String> optionalUrl(String name) {
        return present(name).map(node -> url(name, node)).filter(url -> !url.isEmpty());
    }

    /** A required whole number. */
    long integer(String name, long min, long max) {
        return required(name).map(node -> integer(name, node, min, max)).orElse(min);
    }

    /** A whole number that may be missing or null. */
    Optional<Long> optionalInteger(String name, long min, long max) {
        return present(name).map(node -> integer(name, node, min, max));
    }

    /** A required true or false. */
    boolean flag(String name) {
        Optional<JsonNode> node = required(name);
        if (node.isPresent() && !node.get().isBoolean()) {
            wrong(name, "must be true or false");
        }
        return node.filter(JsonNode::isBoolean).map(JsonNode::booleanValue).orElse(false);
    }

    /** A required array of objects. */
    List<FieldReader> objects(String name, int min, int max) {
        Optional<JsonNode> node = required(name);
        if (node.isPresent() && !node.get().isArray()) {
            wrong(name, "must be an array");
        }
        return node.filter(JsonNode::isArray)
                .map(array -> objects(name, array, min, max))
                .orElse(List.of());
    }

    /** Notes that a field is wrong. */
    void wrong(String name, String message) {
        findings.add(path + "." + name, message);
    }

    private List<FieldReader> objects(String name, JsonNode array, int min, int max) {
        if (array.size() < min || array.size() > max) {
            wrong(name, "must hold " + min + " to " + max + " elements");
            return List.of();
        }
        List<FieldReader> elements = new ArrayList<>();
        for (JsonNode element : array) {
            String elementPath = path + "." + name + "[" + elements.size() + "]";
            if (!element.isObject()) {
                findings.add(elementPath, "must be an object");
            }
            elements.add(new FieldReader(mapper, element, elementPath, findings));
        }
        return elements;
    }

    private String text(String name, JsonNode node, int maxLength) {
        if (!node.isString()) {
            wrong(name, "must be a text");
            return "";
        }
        String text = storable(name, node);
        if (text.length() > maxLength) {
            wrong(name, "must not be longer than " + maxLength + " characters");
        }
        return text;
    }

    /** By the mapper of requests, so that the same is trimmed and refused as in all other texts. */
    private String storable(String name, JsonNode node) {
        try {
            return mapper.treeToValue(node, String.class);
        } catch (MismatchedInputException e) {
            wrong(name, "contains a character that is not allowed");
            return "";
        }
    }

    private String url(String name, JsonNode node) {
        String url = text(name, node, URL_LENGTH);
        if (!url.isEmpty() && !WebAddress.is(url)) {
            wrong(name, "must be an http or https URL");
        }
        return url;
    }

    private long integer(String name, JsonNode node, long min, long max) {
        if (!node.isIntegralNumber()) {
            wrong(name, "must be a whole number");
            return min;
        }
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            wrong(name, "must be between " + min + " and " + max);
            return min;
        }
        return node.longValue();
    }

    private Optional<JsonNode> required(String name) {
        Optional<JsonNode> node = present(name);
        if (node.isEmpty() && object.isObject()) {
            wrong(name, "is required");
        }
        return node;
    }

    private Optional<JsonNode> present(String name) {
        return object.optional(name).filter(node -> !node.isNull());
    }
}
