package io.mlconnector.runtime.terminal;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A standard stream on which text from outside cannot do more than be read. Bytes pass as they are. */
final class SafeStream extends PrintStream {

    SafeStream(PrintStream out, Charset charset) {
        super(out, true, charset);
    }

    @Override
    public void print(@Nullable String text) {
        super.print(Printable.text(String.valueOf(text)));
    }

    @Override
    public void print(@Nullable Object value) {
        print(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String text) {
        print(text + System.lineSeparator());
        flush();
    }

    @Override
    public void println(@Nullable Object value) {
        println(String.valueOf(value));
    }
}
