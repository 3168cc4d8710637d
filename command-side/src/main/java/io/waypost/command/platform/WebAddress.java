package io.waypost.command.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells addresses in the web from other texts. */
public final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Hosts that Java takes for no host names, such as those with an underscore, exist nevertheless. */
    private static final Pattern NAME_AND_PORT = Pattern.compile("[^:@\\[\\]]+(:\\d{1,5})?");

    private WebAddress() {}

    /** Whether the text is an absolute http or https URL with a host. */
    public static boolean is(String text) {
        try {
            URI uri = new URI(text);
            return hasWebScheme(uri) && hasHost(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hasWebScheme(URI uri) {
        return Optional.ofNullable(uri.getScheme())
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(SCHEMES::contains)
                .isPresent();
    }

    private static boolean hasHost(URI uri) {
        return uri.getHost() != null
                || Optional.ofNullable(uri.getRawAuthority())
                        .filter(authority -> NAME_AND_PORT.matcher(authority).matches())
                        .isPresent();
    }
}
