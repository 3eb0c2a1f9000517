package io.jiangwen.curation;

import io.jiangwen.curation.FrontMatter.Field;
import io.jiangwen.curation.FrontMatter.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as a tree of words with their lines. Nothing is ever constructed from it, no tag is obeyed and no collection
 * may be an alias, so a hostile file can only be refused.
 */
final class FrontMatterReader {
    /** Lines of the file above the YAML: the opening {@code ---}. */
    private static final int ABOVE = 1;

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 10;

    FrontMatter read(String yaml) throws MalformedFrontMatter {
        Node root = compose(yaml);
        if (root == null) return FrontMatter.NONE;
        if (!(root instanceof MappingNode mapping))
            throw new MalformedFrontMatter(line(root), "front matter has lines like `name: value`");
        Map<String, Field> fields = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode name)) throw new MalformedFrontMatter(line(key), "a name must be one word");
            Node value = tuple.getValueNode();
            if (isEmpty(value)) continue;
            if (fields.put(name.getValue(), new Field(line(key), value(value))) != null)
                throw new MalformedFrontMatter(line(key), "`" + name.getValue() + "` occurs twice");
        }
        return new FrontMatter(fields);
    }

    private static Node compose(String yaml) throws MalformedFrontMatter {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        try {
            return new Composer(new ParserImpl(new StreamReader(yaml), options), new Resolver(), options)
                    .getSingleNode();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new MalformedFrontMatter(line + ABOVE + 1, "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int before = Math.min(e.getPosition(), yaml.length());
            long line = yaml.substring(0, before).chars().filter(c -> c == '\n').count();
            throw new MalformedFrontMatter((int) line + ABOVE + 1, "a character that YAML does not allow");
        } catch (YAMLException e) {
            throw new MalformedFrontMatter(ABOVE, "not accepted as YAML: " + e.getMessage());
        }
    }

    private static Value value(Node node) {
        if (node instanceof ScalarNode scalar)
            return new Value.Word(scalar.getValue().strip());
        if (!(node instanceof SequenceNode sequence)) return new Value.Structure();
        List<String> words = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar)) return new Value.Structure();
            words.add(scalar.getValue().strip());
        }
        return new Value.Words(words);
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + ABOVE + 1;
    }
}
