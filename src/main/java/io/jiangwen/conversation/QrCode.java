package io.jiangwen.conversation;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** QR codes (ISO/IEC 18004, error correction M) as SVG: sharp at every size, on white also in the dark. */
final class QrCode {
    /** The quiet zone that the standard asks for, in modules. */
    private static final int MARGIN = 4;

    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");

    private QrCode() {}

    /** @throws IllegalArgumentException for a text that no code holds */
    static String svg(String text) {
        ByteMatrix modules = modules(text);
        int size = modules.getWidth() + 2 * MARGIN;
        StringBuilder path = new StringBuilder(4096);
        for (int y = 0; y < modules.getHeight(); y++)
            for (int x = 0; x < modules.getWidth(); x++)
                if (modules.get(x, y) == 1)
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path d=\""
                + path + "\"/></svg>";
    }

    /** The same as an address that an image can have. */
    static String dataUrl(String text) {
        byte[] svg = svg(text).getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, HINTS).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
