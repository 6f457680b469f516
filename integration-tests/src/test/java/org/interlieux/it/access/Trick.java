package org.interlieux.it.access;

/** How a page sends its visitor's browser, with their cookies, to an address of its choice, and tells its site at {@code /done}. */
enum Trick {
    HIDDEN_FRAME {
        @Override
        String html(String url) {
            return "<iframe hidden src='" + url + "' onload='" + DONE + "'></iframe>";
        }
    },
    FRAME_THAT_KEEPS_OUT_OF_ITS_PARENT {
        @Override
        String html(String url) {
            return "<iframe sandbox='allow-forms allow-scripts allow-same-origin' src='" + url + "' onload='" + DONE
                    + "'></iframe>";
        }
    },
    IMAGE {
        @Override
        String html(String url) {
            return "<img src='" + url + "' onload='" + DONE + "' onerror='" + DONE + "'>";
        }
    },
    FETCH {
        @Override
        String html(String url) {
            return "<script>fetch('" + url
                    + "', {mode: 'no-cors', credentials: 'include'}).finally(() => fetch('/done'))</script>";
        }
    },
    PREFETCH {
        @Override
        String html(String url) {
            return "<link rel='prefetch' href='" + url + "' onload='" + DONE + "' onerror='" + DONE + "'>";
        }
    },
    POPUP {
        @Override
        String html(String url) {
            return "<script>open('" + url + "'); fetch('/done')</script>";
        }
    },
    REDIRECT {
        @Override
        String html(String url) {
            return "<script>fetch('/done').then(() => location = '" + url + "')</script>";
        }
    };

    private static final String DONE = "fetch(\"/done\")";

    abstract String html(String url);
}
