/* The page of a visitor's own collection: asks for the works that this browser keeps, and puts them in order. A link to
   somebody else's selection stays as it is; all of it can be kept. */
import { MOST, onChange, read, write } from "./kept.js";

export function attach(place) {
  const say = place.dataset;
  let running;
  if ("own" in say) {
    onChange(show);
    if (read().length) show();
  } else if (place.querySelector("[data-kept-work]")) offer();

  async function show() {
    running?.abort();
    running = new AbortController();
    const query = new URLSearchParams(read().map((id) => ["id", id]));
    place.setAttribute("aria-busy", "true");
    try {
      const address = `${location.pathname}?${query}`.replace(/\?$/, "");
      const answer = await fetch(address, { signal: running.signal, headers: { "HX-Request": "true" } });
      if (!answer.ok) throw new Error(String(answer.status));
      replace(await answer.text());
    } catch (fault) {
      if (fault.name !== "AbortError") lost();
    } finally {
      place.removeAttribute("aria-busy");
    }
  }

  function replace(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const focus = remember();
    place.replaceChildren(...page.body.childNodes);
    for (const item of works()) dress(item);
    const sharing = place.querySelectorAll("[data-share]");
    if (sharing.length) import("./copy.js").then(({ attach: share }) => sharing.forEach((part) => share(part)));
    requestAnimationFrame(() => restore(focus)); // when the buttons “keep” are there, too
  }

  const works = () => [...place.querySelectorAll("[data-kept-work]")];

  function dress(item) {
    const id = item.dataset.keptWork;
    const tools = made("div", { className: "keepsake__tools" });
    const title = item.querySelector(".card__title")?.innerText.trim() ?? id;
    const add = (deed, label, act) => {
      const button = made("button", { type: "button", className: "textbutton", textContent: label });
      button.setAttribute("aria-label", `${label}: ${title}`);
      button.dataset.do = deed;
      button.addEventListener("click", act);
      tools.append(button);
    };
    tools.dataset.screenOnly = "";
    tools.dataset.byScript = "";
    if (item !== works()[0]) add("earlier", say.sayEarlier, () => move(id, -1));
    if (item !== works().at(-1)) add("later", say.sayLater, () => move(id, 1));
    if (!item.querySelector("[data-work]")) add("remove", say.sayRemove, () => write(read().filter((each) => each !== id)));
    item.append(tools);
  }

  function move(id, by) {
    const ids = read();
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    write(ids);
  }

  function remember() {
    const item = document.activeElement?.closest("[data-kept-work]");
    if (!item || !place.contains(item)) return null;
    return { id: item.dataset.keptWork, at: works().indexOf(item), deed: document.activeElement.dataset.do ?? "" };
  }

  function restore(focus) {
    if (!focus) return;
    const items = works();
    const item = items.find((each) => each.dataset.keptWork === focus.id) ?? items[Math.min(focus.at, items.length - 1)];
    const button = item?.querySelector(`[data-do="${focus.deed}"]`) ?? item?.querySelector("[data-keep], [data-do]");
    (button ?? document.getElementById("main")).focus();
  }

  function offer() {
    const button = made("button", { type: "button", className: "button keepsakes__all", textContent: say.sayKeepAll });
    button.dataset.screenOnly = "";
    button.dataset.byScript = "";
    button.addEventListener("click", () => {
      const ids = works().filter((item) => item.querySelector("[data-work]")).map((item) => item.dataset.keptWork);
      write([...new Set([...read(), ...ids])].slice(0, MOST));
      button.disabled = true;
    });
    place.prepend(button);
  }

  function lost() {
    place.prepend(made("p", { role: "alert", textContent: say.sayLost }));
  }
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
