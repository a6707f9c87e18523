package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect.RateKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Determines the URL of a resource: the link that Cleo returned, otherwise the dialect's path. */
final class Links {

    private static final Pattern OPTIONS = Pattern.compile("\\{[?&][^{}]*}");

    private final CleoOptions options;

    Links(CleoOptions options) {
        this.options = options;
    }

    /**
     * The URL of a link, if it points to our host: following a link to another host would disclose the token. Links are
     * absolute or begin at the host's root (reference cleo, section 2.3); anything else is treated as no link. What a template
     * (RFC 6570) leaves to be filled in is optional in a query, and left out.
     */
    Optional<String> resolve(String href) {
        String link = OPTIONS.matcher(href.strip()).replaceAll("").replace(" ", "%20");
        if (!link.startsWith("/") && !link.contains("://")) {
            return Optional.empty();
        }
        try {
            URI target = options.baseUrl().resolve(behindProxy(link));
            return sameHost(options.baseUrl(), target) ? Optional.of(target.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not a URI: treated as no link.
            return Optional.empty();
        }
    }

    /**
     * Behind a reverse proxy that puts something in front of the path, Cleo does not know of it (reference cleo, section 2.3): of
     * {@code https://host/b2b/api} links begin with {@code /api}.
     */
    private String behindProxy(String link) {
        String base = options.baseUrl().getRawPath();
        if (!link.startsWith("/") || link.startsWith("//") || under(link, base)) {
            return link;
        }
        for (int slash = base.indexOf('/', 1); slash > 0; slash = base.indexOf('/', slash + 1)) {
            if (under(link, base.substring(slash))) {
                return base.substring(0, slash) + link;
            }
        }
        return link;
    }

    private static boolean under(String link, String path) {
        return link.equals(path) || link.startsWith(path + "/");
    }

    private static boolean sameHost(URI base, URI target) {
        return target.getHost() != null
                && target.getUserInfo() == null
                && base.getHost().equalsIgnoreCase(target.getHost())
                && base.getScheme().equalsIgnoreCase(target.getScheme())
                && port(base) == port(target);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** The URL built from a path of the dialect. */
    String at(String template, String id) {
        return options.baseUrl()
                + template.replace(
                        "{id}", URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** The rate limit key of a request to this URL. */
    String rateKey(String url, String template) {
        String base = options.baseUrl().toString();
        String path = url.startsWith(base)
                ? url.substring(base.length())
                : URI.create(url).getRawPath();
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return switch (options.dialect().rateKey()) {
            case RateKey.FIRST_SEGMENT -> firstSegment(plain);
            case RateKey.TEMPLATE -> template;
            case RateKey.PATH -> plain;
        };
    }

    private static String firstSegment(String path) {
        String rest = path.startsWith("/") ? path.substring(1) : path;
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
