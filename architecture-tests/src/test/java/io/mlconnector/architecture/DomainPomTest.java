package io.mlconnector.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class DomainPomTest {

    private static List<String> dependencies(String pom) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element project = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pom)))
                    .getDocumentElement();
            assertThat(project.getTagName()).isEqualTo("project");
            List<String> names = new ArrayList<>();
            NodeList found = project.getElementsByTagName("dependency");
            for (int i = 0; i < found.getLength(); i++) {
                names.add(found.item(i).getTextContent().strip());
            }
            return names;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The pom cannot be read", e);
        }
    }

    @Test
    void domain_depends_on_nothing() throws IOException {
        String pom = Files.readString(Path.of("..", "domain", "pom.xml"));

        assertThat(pom).contains("<artifactId>domain</artifactId>");
        assertThat(dependencies(pom)).isEmpty();
    }

    @Test
    void a_planted_dependency_is_reported() {
        String pom =
                "<project><dependencies><dependency><artifactId>vertx-core</artifactId></dependency></dependencies></project>";

        assertThat(dependencies(pom)).containsExactly("vertx-core");
    }
}
