/* The picker of works: found with the public search and its facets, or from one's own list; several hung at once. */
import { facets } from "./studio-facets.js";
import { read } from "./kept.js";

export function picker(bench, hang) {
  const { place, say } = bench;
  const dialog = place.querySelector("[data-picker]");
  if (!dialog) return;
  const part = (name) => dialog.querySelector(name);
  const [form, list, found, more, button, group] = ["form", "[data-list]", "[data-found]", "[data-more]", "[data-hang]", "[data-as-group]"].map(part);
  const chosen = new Map(); // id → title, in the order of choosing
  const filters = facets(part("[data-facets]"), () => search());
  let target = null; // {section} for new walls, {key} for one that is there
  let page = 1;
  let asked = 0;

  place.addEventListener("click", (event) => {
    const [all, one] = [event.target.closest("[data-pick]"), event.target.closest("[data-pick-here]")];
    if (all) open({ section: Number(all.closest("[data-room]").dataset.room) });
    if (one) open({ key: Number(one.closest("[data-wall]").dataset.wall), single: one.closest("[data-wall]").dataset.kind === "artwork" });
  });

  function open(where) {
    target = where;
    chosen.clear();
    group.checked = false;
    group.parentElement.hidden = "key" in where;
    show();
    part(".picker__facets").open = matchMedia("(width >= 48rem)").matches; // on a telephone the works come first
    dialog.showModal();
    form.elements.q.focus();
    search();
  }

  async function search(next = 1) {
    const number = ++asked;
    page = next;
    list.setAttribute("aria-busy", "true");
    const query = filters.query();
    if (form.elements.q.value.trim()) query.set("q", form.elements.q.value.trim());
    if (page > 1) query.set("page", page);
    const answer = await fetch(`${place.dataset.worksUrl}?${query}`).catch(() => null);
    if (number !== asked) return;
    list.removeAttribute("aria-busy");
    if (!answer?.ok) return void (found.textContent = say.failed);
    const told = await answer.json();
    filters.show(told.facets);
    take(told.results.map((work) => ({ ...work, museum: work.museum?.name })), page > 1);
    found.textContent = told.count ? bench.tell(say.foundWorks, { count: told.count }) : say.noneFound;
    more.hidden = page >= told.pages;
  }

  async function own() {
    const number = ++asked;
    more.hidden = true;
    const ids = read();
    if (!ids.length) return void (take([]), (found.textContent = say.noneKept));
    const query = new URLSearchParams(ids.map((id) => ["id", id]));
    const answer = await fetch(`${place.dataset.keptUrl}?${query}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (number !== asked) return;
    const html = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
    const works = [...html.querySelectorAll("[data-kept-work]")].filter((item) => item.querySelector("[data-work]"));
    take(works.map((item) => ({ id: item.dataset.keptWork, title: item.querySelector(".card__title").textContent.trim(), display_date: "", museum: "" })));
    found.textContent = bench.tell(say.foundWorks, { count: works.length });
  }

  function take(works, isMore = false) {
    const rows = works.map(row);
    if (isMore) list.append(...rows);
    else list.replaceChildren(...rows);
  }

  function row(work) {
    const item = document.createElement("li");
    const label = Object.assign(document.createElement("label"), { className: "pick" });
    const box = Object.assign(document.createElement("input"), { type: target.single ? "radio" : "checkbox", name: "work", value: work.id, checked: chosen.has(work.id) });
    const picture = Object.assign(document.createElement("img"), { src: work.thumbnail ?? `/plates/${work.id}.svg`, alt: "", loading: "lazy" });
    const words = Object.assign(document.createElement("span"), { className: "pick__words" });
    const line = (text, name) => text && words.append(Object.assign(document.createElement("span"), { textContent: text, className: name }));
    line(work.title, "pick__title");
    line([work.display_date, work.museum].filter(Boolean).join(" · "), "quiet");
    if (place.querySelector(`[data-hung="${work.id}"]`)) line(say.hangsAlready, "quiet pick__hung");
    words.firstChild.lang = work.lang ?? "";
    box.addEventListener("change", () => {
      if (target.single) chosen.clear();
      if (box.checked) chosen.set(work.id, work.title);
      else chosen.delete(work.id);
      show();
    });
    label.append(box, picture, words);
    item.append(label);
    return item;
  }

  function show() {
    const count = chosen.size;
    button.disabled = !count;
    button.textContent = count === 1 ? say.hangOne : bench.tell(count ? say.hangSome : say.hangNone, { count });
  }

  async function hangThem() {
    button.disabled = true;
    const ids = [...chosen.keys()];
    let first = target.key;
    if (target.key) await add(target.key, ids);
    else if (group.checked) first = await hang.add(target.section, { kind: "group", works: ids });
    else
      for (const [at, id] of ids.entries()) {
        found.textContent = bench.tell(say.hanging, { done: at + 1, count: ids.length });
        const key = await hang.add(target.section, { kind: "artwork", works: [id] });
        first ??= key;
      }
    await bench.refresh();
    dialog.close();
    bench.announce(say.added, { what: [...chosen.values()].join(", ") });
    hang.wall(first)?.querySelector("[data-tongue]:not([hidden]) textarea")?.focus();
  }

  function add(key, ids) {
    const there = hang.wall(key).dataset.works.split(" ").filter(Boolean);
    return hang.works(key, target.single ? ids : [...new Set([...there, ...ids])]);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    from("collection");
  });
  function from(where) {
    for (const one of dialog.querySelectorAll("[data-from]")) one.setAttribute("aria-pressed", String(one.dataset.from === where));
    part(".picker__facets").hidden = where === "kept";
    return where === "kept" ? own() : search();
  }
  for (const one of dialog.querySelectorAll("[data-from]")) one.addEventListener("click", () => from(one.dataset.from));
  more.addEventListener("click", () => search(page + 1));
  part("[data-close]").addEventListener("click", () => dialog.close());
  button.addEventListener("click", () => hangThem().catch((fault) => {
    found.textContent = fault.message || say.failed;
    button.disabled = false;
    bench.refresh();
  }));
}
