package org.interlieux.it.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core says about a page. */
final class Accessibility {
    private Accessibility() {}

    static void check(Page page) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(Accessibility::describe)
                    .collect(Collectors.joining("\n", "axe on " + page.url() + ":\n", "")));
        }
    }

    private static String describe(Rule rule) {
        return "- " + rule.getImpact() + ", " + rule.getId() + ": " + rule.getHelp() + " (" + rule.getHelpUrl() + ")\n"
                + rule.getNodes().stream().map(Accessibility::describe).collect(Collectors.joining("\n"));
    }

    private static String describe(CheckedNode node) {
        String why =
                node.getFailureSummary() == null ? "" : node.getFailureSummary().replace("\n", "\n      ");
        return "    " + node.getHtml() + "\n      " + why;
    }
}
