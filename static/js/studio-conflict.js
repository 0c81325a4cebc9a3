/* Two versions of one wall side by side. Nothing is written until somebody chooses. */
import { factsOf, fill } from "./studio-form.js";

export function conflict(bench, form, mine, stored) {
  const { say } = bench;
  const box = form.querySelector("[data-versions]") ?? form.appendChild(made("div", { className: "versions" }));
  box.dataset.versions = "";
  const isGone = Boolean(stored.removed_at);
  const theirs = Object.fromEntries(Object.keys(mine).map((name) => [name, stored[name] ?? mine[name]]));
  const heading = made("p", { className: "versions__what", textContent: isGone ? say.gone : bench.tell(say.conflict, { name: say.somebody }) });
  heading.setAttribute("role", "alert");
  box.replaceChildren(heading);
  if (!isGone) box.append(sides());
  const choices = isGone
    ? [[say.hangAgain, hangAgain], [say.letGo, letGo]]
    : [[say.keepMine, () => settle(factsOf(form))], [say.takeTheirs, () => settle(theirs)], [say.keepBoth, () => settle(both())]];
  const row = made("div", { className: "studio__row" });
  for (const [words, act] of choices) {
    const button = made("button", { type: "button", className: "button", textContent: words });
    button.addEventListener("click", act);
    row.append(button);
  }
  box.append(row);
  box.hidden = false;

  function sides() {
    const pair = made("div", { className: "versions__pair" });
    for (const [words, facts] of [[say.mine, mine], [say.theirs, theirs]]) {
      const side = made("div", {});
      side.append(made("h3", { className: "label", textContent: words }));
      for (const [name, tag, text] of differing(facts)) {
        const line = made("p", { textContent: text || "–", lang: tag });
        line.dir = "auto";
        line.dataset.name = name;
        side.append(line);
      }
      pair.append(side);
    }
    return pair;
  }

  /* [name, language, text] of what is not the same in both. */
  function differing(facts) {
    const found = [];
    for (const name of Object.keys(mine)) {
      const [one, other] = [mine[name], theirs[name]].map((value) => (typeof value === "object" ? value : { "": value }));
      for (const tag of new Set([...Object.keys(one), ...Object.keys(other)]))
        if (String(one[tag] ?? "") !== String(other[tag] ?? "")) {
          const value = typeof facts[name] === "object" ? facts[name][tag] : facts[name];
          found.push([name, tag, String(value ?? "")]);
        }
    }
    return found;
  }

  function both() {
    const now = factsOf(form);
    const text = { ...theirs.text };
    for (const [tag, own] of Object.entries(now.text ?? {})) text[tag] = text[tag] && text[tag] !== own ? `${text[tag]}\n\n${own}` : own;
    return { ...theirs, ...now, text };
  }

  /* What they saved is what stands; the choice is a change to it like any other. */
  function settle(facts) {
    box.hidden = true;
    bench.saver.stands(form, stored.revision, theirs);
    fill(form, facts);
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
    bench.saver.save(form);
  }

  async function hangAgain() {
    const told = await bench.ask(`/${form.dataset.saves}s/${form.dataset.key}/restore.json`, {});
    stored = told[form.dataset.saves];
    settle(factsOf(form));
    bench.refresh();
  }

  function letGo() {
    bench.drafts.drop(form);
    bench.saver.forget(form);
    form.parentElement.remove();
    bench.refresh();
  }
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
