package io.waypost.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends an answer that fits into the buffer as a whole, with its length. Spring flushes each {@code ResponseEntity}, as all
 * commands answer with, when it has written the body, so that the container, which does not know yet that this was all, sends
 * it in chunks: in two packets, and the client wakes up twice. Longer answers go out whenever the buffer is full.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class WholeAnswerFilter extends OncePerRequestFilter {

    private static final int BUFFER = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BUFFER);
        chain.doFilter(request, new Unflushed(response));
    }

    private static final class Unflushed extends HttpServletResponseWrapper {

        Unflushed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void flushBuffer() {
            // The container does when the request is over.
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new UnflushedBody(super.getOutputStream());
        }
    }

    private static final class UnflushedBody extends ServletOutputStream {

        private final ServletOutputStream body;

        UnflushedBody(ServletOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int value) throws IOException {
            body.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            body.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // See flushBuffer.
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            body.setWriteListener(listener);
        }
    }
}
