package io.waypost.platform.web;

/** Reads a text exactly as it was sent. Passwords use it. */
public final class Untrimmed extends TextDeserializer {

    /** Called by Jackson. */
    public Untrimmed() {}

    @Override
    protected String finish(String text) {
        return text;
    }
}
