/* Undo and redo: each deed knows its way back, which is a deed of the server too. */
const SAME_TYPING = 4000; // edits of one wall within so many milliseconds are one step
const MOST = 200;

export function history(bench) {
  const { place, say } = bench;
  const [undoing, redoing] = ["[data-undo]", "[data-redo]"].map((part) => place.querySelector(part));
  let done = [];
  let undone = [];
  let isRunning = false;
  let turn = Promise.resolve();

  function push(step) {
    if (isRunning) return;
    done = [...done, step].slice(-MOST);
    undone = [];
    show();
  }

  function edited(form, before, after) {
    const last = done.at(-1);
    const key = `${form.dataset.saves}:${form.dataset.key}`;
    if (!isRunning && last?.key === key && Date.now() - last.at < SAME_TYPING) {
      last.after = after;
      last.at = Date.now();
      return;
    }
    const step = { key, before, after, at: Date.now() };
    step.undo = () => bench.hang.write(form.dataset.saves, form.dataset.key, step.before);
    step.redo = () => bench.hang.write(form.dataset.saves, form.dataset.key, step.after);
    push(step);
  }

  // One after the other: a key pressed while the last deed is under way waits for it.
  function run(deed, words) {
    turn = turn.then(() => now(deed, words));
  }

  async function now(deed, words) {
    const [from, to] = deed === "undo" ? [done, undone] : [undone, done];
    const step = from.pop();
    if (!step) return;
    isRunning = true;
    try {
      await step[deed]();
      to.push(step);
      bench.announce(words);
    } catch (fault) {
      bench.announce(say.cannot, { why: fault.message });
    } finally {
      isRunning = false;
      show();
    }
  }

  const undo = () => run("undo", say.undone);
  const redo = () => run("redo", say.redone);

  function show() {
    if (!undoing) return;
    const focus = document.activeElement;
    undoing.disabled = !done.length;
    redoing.disabled = !undone.length;
    if (focus === undoing && undoing.disabled && !redoing.disabled) redoing.focus();
    if (focus === redoing && redoing.disabled && !undoing.disabled) undoing.focus();
  }

  undoing?.addEventListener("click", undo);
  redoing?.addEventListener("click", redo);
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("textarea, input, dialog[open]")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  });
  return { push, edited };
}
