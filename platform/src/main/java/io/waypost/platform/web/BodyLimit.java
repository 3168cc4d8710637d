package io.waypost.platform.web;

import io.waypost.api.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies that are larger than {@code waypost.web.max-body-size}: at once if the request says how long its body is,
 * else as soon as more of it is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

    private final long most;
    private final JsonMapper json;

    BodyLimit(@Value("${waypost.web.max-body-size}") DataSize most, JsonMapper json) {
        this.most = most.toBytes();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            ProblemCode code = ProblemCode.CONTENT_TOO_LARGE;
            response.setStatus(code.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            String problem = json.writeValueAsString(Problems.of(code, ProblemCodes.sentence(code)));
            response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new CountedRequest(request, most), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A body turned out to be larger than allowed. */
    static final class BodyTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        /** Whether that is what, in the end, made something else fail. */
        static boolean caused(Throwable failure) {
            Optional<Throwable> cause = Optional.of(failure);
            while (cause.isPresent()) {
                if (cause.get() instanceof BodyTooLarge) {
                    return true;
                }
                cause = Optional.ofNullable(cause.get().getCause());
            }
            return false;
        }
    }

    private static final class CountedRequest extends HttpServletRequestWrapper {

        private final long most;

        CountedRequest(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedBody(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            Charset charset = Optional.ofNullable(getCharacterEncoding())
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedBody(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
