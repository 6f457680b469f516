package org.interlieux.it.server;

import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Things that a test class and its nested classes share. The store of the class closes them when the class has ended. */
final class OncePerClass {
    private static final Namespace NAMESPACE = Namespace.create(OncePerClass.class);

    private OncePerClass() {}

    /**
     * Makes it when it is first asked for.
     *
     * @param start gets the simple name of the class
     */
    static <T extends AutoCloseable> T get(ExtensionContext context, Class<T> type, Function<String, T> start) {
        Class<?> testClass = outermost(context.getRequiredTestClass());
        return outermostContext(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(type, wanted -> start.apply(testClass.getSimpleName()), type);
    }

    private static Class<?> outermost(Class<?> testClass) {
        Class<?> enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass : outermost(enclosing);
    }

    private static ExtensionContext outermostContext(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(OncePerClass::outermostContext)
                .orElse(context);
    }
}
