package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFilesTest {
    @Test
    void followsLinksAsMountedFoldersHaveThem(@TempDir Path folder) throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/cases"));
        Files.writeString(real.resolve("case-a.md"), "text");
        Files.writeString(folder.resolve("real/README.md"), "no article");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(KnowledgeFiles.read(Optional.of(link)))
                .extracting(KnowledgeFiles.RawFile::path)
                .containsExactly("cases/case-a.md");
    }
}
