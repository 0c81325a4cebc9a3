/* Suggestions under a search field: a combobox with a list of links (ARIA pattern “editable combobox with list”).
   The field stays what it is: without this script, and with Enter on nothing chosen, the form submits.
   With data-into (the id of a hidden field) a choice does not lead away: its name is put there, its words in the field. */
const PAUSE = 120;
const SHORTEST = 2;
const CUT = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/; // one sign says enough

const made = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export function attach(input) {
  const id = `${input.id}-suggestions`;
  const label = input.labels[0]?.textContent.trim() ?? "";
  const list = made("div", { id, role: "listbox", class: "suggest", "aria-label": label });
  const said = made("span", { class: "unseen", role: "status" });
  const place = made("div", { class: "suggest__place" }, list, said);
  list.hidden = true;
  input.after(place);
  Object.assign(input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  input.setAttribute("aria-controls", id);
  const into = document.getElementById(input.dataset.into ?? "");
  let options = [];
  let chosen = -1;
  let waiting;
  let running;

  const close = () => {
    clearTimeout(waiting);
    running?.abort();
    list.hidden = true;
    input.ariaExpanded = "false";
    choose(-1);
  };

  const choose = (number) => {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    const option = options[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const option = (item, number) => {
    const name = made("span", { class: "suggest__name", lang: item.lang, dir: "auto" }, item.text);
    const link = made("a", { "data-name": item.name, id: `${id}-${number}`, role: "option", href: item.url, tabindex: "-1", "aria-selected": "false" }, name);
    if (item.also) link.append(" ", made("span", { class: "suggest__also", lang: item.also.lang, dir: "auto" }, item.also.text));
    return link;
  };

  const show = (answer) => {
    let number = 0;
    const groups = answer.groups.map((group) => {
      const heading = made("span", { id: `${id}-${group.kind}`, class: "suggest__kind", "aria-hidden": "true" }, group.label);
      const links = group.items.map((item) => option(item, number++));
      return made("div", { role: "group", "aria-label": group.label, class: "suggest__group" }, heading, ...links);
    });
    list.replaceChildren(...groups);
    options = [...list.querySelectorAll("[role=option]")];
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !options.length;
    input.ariaExpanded = String(!list.hidden);
    said.textContent = answer.said;
  };

  const ask = async () => {
    const words = input.value.trim();
    if (words.length < SHORTEST && !CUT.test(words)) return close();
    running?.abort();
    running = new AbortController();
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("q", words.slice(0, 100));
    address.searchParams.set("lang", document.documentElement.lang);
    try {
      const answer = await fetch(address, { signal: running.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      if (document.activeElement === input) show(found);
    } catch (fault) {
      if (fault.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", (event) => {
    if (into) into.value = "";
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen + step < -1 ? options.length - 1 : chosen + step >= options.length ? -1 : chosen + step);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && open && options[chosen]) {
      event.preventDefault();
      options[chosen].click();
    }
  });
  input.addEventListener("blur", () => setTimeout(() => place.contains(document.activeElement) || close(), 150));
  input.form?.addEventListener("submit", close);
  if (into) list.addEventListener("click", (event) => {
    const link = event.target.closest("[role=option]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.value = link.querySelector(".suggest__name").textContent;
    into.value = link.dataset.name;
    close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus until the click
}
