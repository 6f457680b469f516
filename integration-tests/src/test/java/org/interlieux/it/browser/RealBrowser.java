package org.interlieux.it.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Browser} as a parameter: one for the whole run. A test that fails leaves screenshots of its windows. Without a
 * Chromium on the machine the tests are skipped, loudly.
 */
public final class RealBrowser
        implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(RealBrowser.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        String reason = "no Chromium on this machine; install it, or name it in the environment variable CHROMIUM";
        System.err.println("*** BROWSER TESTS SKIPPED: " + context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Path executable = Chromium.find().orElseThrow();
        return store(context).computeIfAbsent(Browser.class, type -> new Browser(executable), Browser.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String name = "failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName();
            browser(context).ifPresent(browser -> takeScreenshots(browser, name));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        browser(context).ifPresent(Browser::closeWindows);
    }

    private static void takeScreenshots(Browser browser, String name) {
        for (int i = 0; i < browser.windows().size(); i++) {
            Window window = browser.windows().get(i);
            System.err.println("--- Window at " + window.page().url() + ": " + window.screenshot(name + "-" + (i + 1)));
        }
    }

    private static Optional<Browser> browser(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Browser.class, Browser.class));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    }
}
