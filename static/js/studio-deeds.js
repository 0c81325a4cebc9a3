/* What is pressed, chosen and typed on the workbench, and which deed it is. */
export function deeds(bench) {
  const { place, say, hang } = bench;
  const keyOf = (element) => (element ? Number(element.dataset.wall) : null);
  const tried = (deed) => deed.catch((fault) => bench.announce(fault.message || say.failed));

  place.addEventListener("submit", (event) => {
    const form = event.target;
    const deed = event.submitter?.value;
    if (form.matches("[data-picker-form], [data-linker-form]")) return;
    event.preventDefault();
    if (form.matches("[data-add-room]")) tried(hang.addRoom(form));
    else if (form.matches("[data-comment]")) tried(comment(form, event.submitter?.name === "resolve" ? deed : ""));
    else if (form.matches("[data-add-wall]")) tried(addWall(Number(form.dataset.addWall), deed));
    else if (deed === "remove") tried(hang.remove(form.dataset.saves, Number(form.dataset.key)));
    else if (deed === "earlier" || deed === "later") tried(hang.step(form.dataset.saves, Number(form.dataset.key), deed));
    else tried(bench.saver.save(form)); // Enter in a field
  });

  async function comment(form, seenTo) {
    const field = form.elements.text;
    if (seenTo) await bench.ask(`/comments/${seenTo}/resolve.json`, {});
    else if (field.value.trim()) await bench.ask("/comments.json", { block: Number(form.dataset.comment), text: field.value });
    field.value = "";
    await bench.refresh();
    document.getElementById(field.id)?.focus();
  }

  async function addWall(section, kind) {
    const key = await hang.add(section, { kind });
    await bench.refresh();
    bench.announce(say.added, { what: hang.wall(key).querySelector(".strip__kind").textContent });
    hang.wall(key).querySelector("[data-pick-here]:not([hidden]), textarea")?.focus();
  }

  place.addEventListener("change", (event) => {
    if (!event.target.matches("[data-to-room]")) return;
    const element = event.target.closest("[data-wall]");
    const last = place.querySelector(`[data-room="${event.target.value}"]`).querySelector("[data-walls]").lastElementChild;
    const key = keyOf(element);
    tried(hang.move("block", key, Number(event.target.value), keyOf(last)).then(() => hang.wall(key).focus()));
  });
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-unhang]");
    if (!button) return;
    const element = button.closest("[data-wall]");
    const left = element.dataset.works.split(" ").filter((id) => id && id !== button.dataset.unhang);
    tried(hang.works(keyOf(element), left).then(() => hang.wall(keyOf(element)).focus()));
  });
  place.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const element = event.target.closest("[data-wall]");
    if (!element) return;
    event.preventDefault();
    tried(hang.step("block", keyOf(element), event.key === "ArrowUp" ? "earlier" : "later"));
  });
  bench.tried = tried;
}
