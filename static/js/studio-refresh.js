/* The page as the server has it now, taken into the page that is open: what one writes on stays, what others changed
   comes, order is theirs. */
const plain = (element) => element.outerHTML.replace(/name="csrfmiddlewaretoken" value="[^"]*"/g, "");

export function refresher(bench) {
  const { place, saver } = bench;
  const known = new Map(); // id → what the server last sent for it
  let running = null;
  let again = false;
  for (const element of place.querySelectorAll("[data-wall], .bay__start")) known.set(idOf(element), plain(element));

  async function refresh() {
    if (running) {
      again = true;
      return running;
    }
    running = once();
    try {
      await running;
    } finally {
      running = null;
    }
    if (again) {
      again = false;
      return refresh();
    }
  }

  async function once() {
    const answer = await fetch(`${bench.base}/`, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-studio]");
    if (!fresh) return;
    const focus = document.activeElement;
    const caret = focus?.selectionStart;
    const rooms = place.querySelector("[data-rooms]");
    arrange(rooms, [...fresh.querySelectorAll("[data-room]")], "[data-room]", (old, next) => room(old, next));
    place.querySelector("[data-plan]").innerHTML = fresh.querySelector("[data-plan]").innerHTML;
    rooms.querySelector(".empty-room")?.toggleAttribute("hidden", Boolean(rooms.querySelector("[data-room]")));
    place.dataset.token = fresh.dataset.token;
    bench.languages.mark();
    restore(focus, caret);
  }

  function restore(focus, caret) {
    if (!focus || focus === document.activeElement || !place.contains(focus) && !focus.id) return;
    const now = focus.isConnected ? focus : document.getElementById(focus.id);
    now?.focus({ preventScroll: true });
    if (now && caret !== undefined && caret !== null && now.matches("textarea")) now.setSelectionRange(caret, caret);
  }

  /* Make the children of `parent` those that `next` says, in its order. */
  function arrange(parent, next, kind, update) {
    const gone = new Map([...parent.children].filter((one) => one.matches(kind)).map((one) => [one.id, one]));
    let at = [...parent.children].find((one) => one.matches(kind)) ?? parent.querySelector(":scope > form");
    for (const one of next) {
      const old = place.querySelector(`#${one.id}`); // it may come from another room
      gone.delete(one.id);
      const stays = old ? update(old, one) : adopted(one);
      if (stays === at) at = at.nextElementSibling;
      else parent.insertBefore(stays, at);
      while (at && gone.has(at.id)) at = at.nextElementSibling;
    }
    for (const one of gone.values()) if (![...one.querySelectorAll("form[data-saves]")].some(saver.isDirty)) one.remove();
  }

  function room(old, next) {
    const start = old.querySelector(".bay__start");
    replace(start, next.querySelector(".bay__start"));
    Object.assign(old.dataset, { name: next.dataset.name });
    arrange(old.querySelector("[data-walls]"), [...next.querySelectorAll("[data-wall]")], "[data-wall]", replace);
    return old;
  }

  /* The newer of the two, unless somebody writes on it. Gives the element that stands. */
  function replace(old, next) {
    const id = idOf(next);
    const isOlder = Number(baseOf(next)) < Number(baseOf(old));
    const isSaying = Boolean(old.querySelector("[data-comment] [name=text]")?.value);
    if (known.get(id) === plain(next) || isOlder || isSaying || saver.isDirty(formOf(old))) return old;
    const element = adopted(next);
    saver.forget(formOf(old));
    old.replaceWith(element);
    return element;
  }

  function adopted(next) {
    for (const element of [next, ...next.querySelectorAll("[data-wall], .bay__start")]) known.set(idOf(element), plain(element));
    const element = document.importNode(next, true);
    const box = document.createElement("div");
    box.append(element);
    bench.dress(box);
    return element;
  }
  return refresh;
}

const formOf = (element) => (element.matches("form") ? element : element.querySelector("form[data-saves]"));
const baseOf = (element) => formOf(element).elements.base.value;
const idOf = (element) => element.id || element.getAttribute("action");
