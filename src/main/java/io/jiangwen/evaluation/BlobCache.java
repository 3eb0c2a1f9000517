package io.jiangwen.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Bytes by key, a file each, which several processes may read and write at the same time: a file appears whole, and one
 * that is torn or not ours counts as missing.
 */
final class BlobCache {
    /** "jwb1" in ASCII. */
    private static final int MAGIC = 0x6a776231;

    private static final int HEADER = Integer.BYTES + Integer.BYTES + Long.BYTES;

    private final Path folder;

    BlobCache(Path folder) {
        this.folder = folder;
    }

    /** Empty where there is none, or none that is whole. */
    Optional<byte[]> get(String key) {
        try {
            return content(Files.readAllBytes(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the cache cannot be read", e);
        }
    }

    void put(String key, byte[] content) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "new", ".tmp");
            Files.write(fresh, packed(content));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache cannot be written", e);
        }
    }

    /** A name that any text may have. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path file(String key) {
        String name = hash(key);
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER + content.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(content.length);
            out.writeLong(checksum(content));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Optional<byte[]> content(byte[] file) {
        if (file.length < HEADER) return Optional.empty();
        ByteBuffer buffer = ByteBuffer.wrap(file);
        if (buffer.getInt() != MAGIC || buffer.getInt() != file.length - HEADER) return Optional.empty();
        long checksum = buffer.getLong();
        byte[] content = new byte[file.length - HEADER];
        buffer.get(content);
        return checksum(content) == checksum ? Optional.of(content) : Optional.empty();
    }

    private static long checksum(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return sum.getValue();
    }
}
