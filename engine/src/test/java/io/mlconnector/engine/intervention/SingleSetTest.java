package io.mlconnector.engine.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleSetTest {

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*ISABELLA       *ZZ*CONTOSO        *260311*1200*U*00401*000000017*0*P*>~";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void a_set_of_several_is_alone_in_its_envelope_under_the_numbers_that_it_came_with(String end) {
        String first = "ST*810*0001~" + end + "BIG*20260311*ISA*GS*1~" + end + "SE*3*0001~" + end;
        String second = "ST*810*0002~" + end + "BIG*20260311*B~" + end + "SE*3*0002~" + end;
        String group = "GS*IN*ACME*CONTOSO*20260311*1200*17*X*004010~" + end;
        String file = ISA + end + group + first + second + "GE*2*17~" + end + "IEA*1*000000017~" + end;

        byte[] alone = SingleSet.of(bytes(file), file.indexOf("ST*810*0002"), second.length() - end.length());

        assertThat(new String(alone, StandardCharsets.ISO_8859_1))
                .isEqualTo(ISA + end + group + second + "GE*1*17~" + end + "IEA*1*000000017~" + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear all, ST*810*0001~SE*2*0001~", "ISA*ST*810*0001~SE*2*0001~"})
    void where_no_envelope_can_be_made_out_the_whole_file_is_shown(String file) {
        assertThat(SingleSet.of(bytes(file), file.indexOf("ST*"), 22)).isEqualTo(bytes(file));
    }
}
