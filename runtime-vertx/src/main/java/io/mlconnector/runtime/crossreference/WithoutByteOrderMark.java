package io.mlconnector.runtime.crossreference;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Spreadsheets put U+FEFF before the first header. */
final class WithoutByteOrderMark extends FilterReader {

    private boolean begun;

    WithoutByteOrderMark(Reader source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        int first = super.read();
        if (!begun) {
            begun = true;
            return first == 0xFEFF ? super.read() : first;
        }
        return first;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (begun || length == 0) {
            return super.read(target, offset, length);
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        target[offset] = (char) first;
        return 1;
    }
}
