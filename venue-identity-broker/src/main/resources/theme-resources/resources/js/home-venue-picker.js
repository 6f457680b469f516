/*
 * Makes the picker's form an editable combobox with list autocomplete, as the W3C's ARIA Authoring Practices describe it.
 * Without this script, or when the search does not answer, the same form works with whole pages.
 */

const TYPING_PAUSE_MILLIS = 250;
/** In characters: more the server does not take. */
const LONGEST_SEARCH = 100;

/** Of an address only the @ and what follows may leave this page. */
function withoutPerson(text) {
  const asked = text.slice(Math.max(0, text.lastIndexOf("@"))).trim();
  return asked === "@" ? "" : asked.slice(0, LONGEST_SEARCH);
}

/** Asks the server for venues. Whoever asks again is no longer interested in the answer before. */
class VenueSearch {
  #path;
  #question = new AbortController();

  constructor(path) {
    this.#path = path;
  }

  cancel() {
    this.#question.abort();
  }

  /** Gives a page of venues, or nothing when something else was asked meanwhile. */
  async ask(text, first, pauseMillis) {
    this.cancel();
    this.#question = new AbortController();
    const { signal } = this.#question;
    await new Promise((resolve) => setTimeout(resolve, pauseMillis));
    if (signal.aborted) {
      return undefined;
    }
    try {
      const parameters = new URLSearchParams({ q: text, first });
      const response = await fetch(`${this.#path}?${parameters}`, { signal, credentials: "omit" });
      if (!response.ok) {
        throw new Error(`The search answered ${response.status}`);
      }
      const page = await response.json();
      return signal.aborted ? undefined : page;
    } catch (error) {
      if (signal.aborted) {
        return undefined;
      }
      throw error;
    }
  }
}

/** A venue as venue-card.ftl shows it. */
function card(venue) {
  const initials = span("il-initials", venue.initials);
  initials.style.borderColor = venue.color;
  initials.setAttribute("aria-hidden", "true");
  const place = [venue.city, venue.site].filter(Boolean).join(" · ");
  const text = span("il-venue-text", span("il-venue-name", venue.name));
  if (place) {
    text.append(" ", span("il-venue-place", place));
  }
  return [initials, text];
}

function span(className, ...content) {
  const element = document.createElement("span");
  element.className = className;
  element.append(...content);
  return element;
}

/** Says how many venues there are, and what to do when there are none. */
class Announcement {
  #form;
  #count = document.getElementById("venue-count");
  #alert = document.getElementById("no-venue");
  #page;

  constructor(form) {
    this.#form = form;
    this.keep();
  }

  /** What is said now is about the page itself, and holds again when a search is over. */
  keep() {
    this.#page = { count: this.#count.textContent, alert: [...this.#alert.childNodes] };
  }

  found(shown, total) {
    this.#alert.replaceChildren();
    const { one, many, part } = this.#form.dataset;
    if (shown < total) {
      this.#count.textContent = this.#fill(part, 1, shown, total);
    } else {
      this.#count.textContent = total === 1 ? one : this.#fill(many, total);
    }
  }

  nothing() {
    this.#count.textContent = "";
    this.#alert.replaceChildren(document.getElementById("nothing-found").content.cloneNode(true));
  }

  failed() {
    this.#count.textContent = "";
    this.#alert.replaceChildren(this.#form.dataset.failed);
  }

  ofPage() {
    this.#count.textContent = this.#page.count;
    this.#alert.replaceChildren(...this.#page.alert);
  }

  #fill(text, ...numbers) {
    const format = new Intl.NumberFormat(document.documentElement.lang);
    return text.replace(/\{(\d)\}/g, (place, index) => format.format(numbers[index]));
  }
}

class Combobox {
  #form;
  #search;
  #announcement;
  #input = document.getElementById("q");
  #options = document.getElementById("venue-options");
  #more = document.getElementById("more-options");
  #pages = document.getElementById("venue-pages");
  #active = null;
  #text = "";
  #next;

  constructor(form, search, announcement) {
    this.#form = form;
    this.#search = search;
    this.#announcement = announcement;
    this.#input.setAttribute("role", "combobox");
    this.#input.setAttribute("aria-autocomplete", "list");
    this.#input.setAttribute("aria-controls", this.#options.id);
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.addEventListener("input", () => this.#find());
    this.#input.addEventListener("keydown", (event) => this.#press(event));
    this.#options.addEventListener("click", (event) => this.#choose(event.target.closest("[role=option]")));
    this.#more.addEventListener("click", (event) => this.#showMore(event.detail === 0));
    form.addEventListener("submit", () => this.#leave());
    // A browser that comes back to this page may have kept what was typed.
    if (this.#input.value !== this.#input.defaultValue) {
      this.#find();
    }
  }

  get #isExpanded() {
    return !this.#options.hidden;
  }

  /** With the keys one goes on to the first venue as soon as it is there. */
  async #find(goOn = false) {
    const text = withoutPerson(this.#input.value);
    this.#activate(null);
    if (!text) {
      this.#collapse();
      return;
    }
    const page = await this.#ask(text, 0, goOn ? 0 : TYPING_PAUSE_MILLIS);
    if (!page) {
      return;
    }
    this.#text = text;
    this.#options.replaceChildren();
    this.#append(page);
    this.#expand(page.total > 0);
    if (goOn) {
      this.#activate(this.#options.firstElementChild);
    }
  }

  /** For the venues after those that are shown. With the keyboard one goes on among them. */
  async #showMore(goOn) {
    const shown = this.#options.children.length;
    const page = await this.#ask(this.#text, this.#next, 0);
    if (!page) {
      return;
    }
    this.#append(page);
    if (goOn) {
      this.#input.focus();
      this.#activate(this.#options.children[shown]);
    }
  }

  async #ask(text, first, pauseMillis) {
    try {
      return await this.#search.ask(text, first, pauseMillis);
    } catch {
      this.#collapse();
      this.#announcement.failed();
      return undefined;
    }
  }

  #append(page) {
    for (const venue of page.venues) {
      const option = document.createElement("div");
      option.id = `venue-option-${this.#options.children.length}`;
      option.className = "il-venue";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.alias = venue.alias;
      option.append(...card(venue));
      this.#options.append(option);
    }
    this.#next = page.next;
    this.#more.hidden = page.next === undefined;
    if (page.total > 0) {
      this.#announcement.found(this.#options.children.length, page.total);
    } else {
      this.#announcement.nothing();
    }
  }

  #expand(found) {
    const opens = !this.#isExpanded && found;
    this.#options.hidden = !found;
    this.#pages.hidden = true;
    this.#input.setAttribute("aria-expanded", String(found));
    // On a phone the keyboard covers what stands below.
    if (opens && matchMedia("(pointer: coarse)").matches) {
      document.getElementById("venue-search").scrollIntoView({ block: "start" });
    }
  }

  #collapse() {
    this.#search.cancel();
    this.#activate(null);
    this.#options.hidden = true;
    this.#more.hidden = true;
    this.#pages.hidden = false;
    this.#input.setAttribute("aria-expanded", "false");
    this.#announcement.ofPage();
  }

  #press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const options = [...this.#options.children];
    const at = options.indexOf(this.#active);
    const keys = {
      ArrowDown: () => this.#down(options, at),
      ArrowUp: () => this.#isExpanded && this.#up(options, at, event.altKey),
      Home: () => this.#active && this.#activate(options.at(0)),
      End: () => this.#active && this.#activate(options.at(-1)),
      Enter: () => this.#active && this.#choose(this.#active),
      Escape: () => this.#escape(),
    };
    // What does nothing here is the field's own: the cursor moves, the form is sent.
    if (keys[event.key]?.()) {
      event.preventDefault();
    } else if (event.key.startsWith("Arrow")) {
      this.#activate(null);
    }
  }

  #down(options, at) {
    if (!this.#isExpanded) {
      this.#find(true);
    } else if (at === options.length - 1 && this.#next !== undefined) {
      this.#showMore(true);
    } else {
      this.#activate(options[(at + 1) % options.length]);
    }
    return true;
  }

  #up(options, at, closes) {
    if (closes) {
      this.#collapse();
    } else {
      this.#activate(options.at(at < 0 ? -1 : at - 1));
    }
    return true;
  }

  #escape() {
    if (!this.#isExpanded) {
      this.#input.value = "";
    }
    this.#collapse();
    return true;
  }

  #activate(option) {
    if (this.#active) {
      this.#active.setAttribute("aria-selected", "false");
      this.#active.style.outlineStyle = "";
    }
    this.#active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      // Seen under any theme; ours says how.
      option.style.outlineStyle = "solid";
      option.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
    return true;
  }

  #choose(option) {
    if (option) {
      const button = document.createElement("button");
      button.name = "venue";
      button.value = option.dataset.alias;
      button.hidden = true;
      this.#form.append(button);
      this.#form.requestSubmit(button);
      // Else it would still be there for whoever comes back to this page.
      button.remove();
    }
    return true;
  }

  #leave() {
    this.#search.cancel();
    this.#input.value = withoutPerson(this.#input.value);
  }
}

/** Lets "show more" add to the page instead of replacing it. */
function growPages(form, search, announcement) {
  const more = document.getElementById("next-venues");
  const list = document.querySelector("#venue-pages ul");
  const searched = document.getElementById("q").defaultValue;
  const isFirstPage = !document.getElementById("previous-venues");
  more?.addEventListener("click", async (event) => {
    if (!isFirstPage || more.dataset.plain) {
      return;
    }
    event.preventDefault();
    try {
      const page = await search.ask(searched, more.value, 0);
      if (!page) {
        return;
      }
      const added = page.venues.map((venue) => {
        const button = document.createElement("button");
        button.className = "il-venue";
        button.name = "venue";
        button.value = venue.alias;
        button.append(...card(venue));
        const item = document.createElement("li");
        item.append(button);
        return item;
      });
      list.append(...added);
      added[0]?.firstChild.focus();
      announcement.found(list.children.length, page.total);
      announcement.keep();
      if (page.next === undefined) {
        more.remove();
      } else {
        more.value = page.next;
      }
    } catch {
      more.dataset.plain = "true";
      form.requestSubmit(more);
    }
  });
}

const form = document.getElementById("venue-choice");
const search = new VenueSearch(form.dataset.venues);
const announcement = new Announcement(form);
new Combobox(form, search, announcement);
growPages(form, search, announcement);
