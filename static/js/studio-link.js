/* A link is made by finding what it leads to, by name; or by an address. */
import { insert } from "./studio-words.js";

const PAUSE = 150;

export function linker(bench) {
  const dialog = bench.place.querySelector("[data-linker]");
  if (!dialog) return () => {};
  const query = dialog.querySelector("input");
  const list = dialog.querySelector("[data-list]");
  const address = dialog.querySelector("[data-address]");
  let field = null;
  let range = [0, 0];
  let waiting;

  function open(into) {
    field = into;
    range = [field.selectionStart, field.selectionEnd];
    query.value = field.value.slice(...range);
    list.replaceChildren();
    dialog.showModal();
    query.select();
    ask();
  }

  function choose(url, name) {
    dialog.close();
    field.focus();
    field.setSelectionRange(...range);
    const words = field.value.slice(...range) || name;
    insert(field, `[${words}](${url})`);
  }

  async function ask() {
    const words = query.value.trim();
    address.hidden = !/^(https?:\/\/|mailto:|\/)\S+$/i.test(words);
    if (words.length < 2) return list.replaceChildren();
    const asked = new URLSearchParams({ q: words.slice(0, 100), lang: document.documentElement.lang });
    const answer = await fetch(`${bench.place.dataset.suggestUrl}?${asked}`).catch(() => null);
    if (!answer?.ok || words !== query.value.trim()) return;
    const { groups } = await answer.json();
    list.replaceChildren(...groups.flatMap((group) => group.items.map((item) => option(item, group.label))));
  }

  function option(item, kind) {
    const row = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "textbutton", textContent: item.text });
    const about = Object.assign(document.createElement("span"), { className: "quiet", textContent: ` ${kind}` });
    button.addEventListener("click", () => choose(item.url.replace(/^\/fr\//, "/"), item.text));
    row.append(button, about);
    return row;
  }

  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!address.hidden) choose(query.value.trim(), query.value.trim());
    else list.querySelector("button")?.focus();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  return open;
}
