package io.jiangwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final int SCALE = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ask.example/resume#DZuxyF8OS5ydLmo_HCtNXgAAAABrSdIAm3QyG6kX0sN1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1u",
                "http://127.0.0.1:8080/resume#a",
                "匠问"
            })
    void isReadAsWhatWasWritten(String text) throws Exception {
        assertThat(new QRCodeReader().decode(drawn(QrCode.svg(text))).getText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 100_000})
    void whatNoCodeHoldsIsRefused(int length) {
        assertThatThrownBy(() -> QrCode.svg("长".repeat(length))).isInstanceOf(IllegalArgumentException.class);
    }

    private static BinaryBitmap drawn(String svg) {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int pixels = Integer.parseInt(size.group(1)) * SCALE;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, pixels, pixels);
        pen.setColor(Color.BLACK);
        Matcher module = MODULE.matcher(svg);
        while (module.find())
            pen.fillRect(
                    Integer.parseInt(module.group(1)) * SCALE, Integer.parseInt(module.group(2)) * SCALE, SCALE, SCALE);
        pen.dispose();
        int[] colours = image.getRGB(0, 0, pixels, pixels, null, 0, pixels);
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, pixels, colours)));
    }
}
