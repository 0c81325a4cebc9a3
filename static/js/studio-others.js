/* Who is here, and what others have changed: asked every five seconds, answered by 304 while all is the same. */
const CHANGES = 5000;
const HERE = 15000;

export function others(bench) {
  const { place, say } = bench;
  const line = place.querySelector("[data-here]");
  let since = Number(place.dataset.change);
  let tag = "";
  let spoken = -1;

  async function ask() {
    const headers = { Accept: "application/json", ...(tag ? { "If-None-Match": tag } : {}) };
    let answer;
    try {
      answer = await fetch(`${bench.base}/changes.json?since=${since}`, { headers });
    } catch {
      return bench.saver.reached(false);
    }
    bench.saver.reached(answer.status < 502);
    if (!answer.ok) return;
    tag = answer.headers.get("ETag") ?? "";
    const told = await answer.json();
    people(told.here);
    const theirs = told.changes.filter((change) => change.by !== bench.me || !isSeen(change));
    if (told.last !== since) tag = "";
    since = told.last;
    if (!theirs.length && told.is_all) return;
    await bench.refresh().catch(() => { since = Math.min(since, ...theirs.map((change) => change.id - 1)); });
    const who = theirs.find((change) => change.by !== bench.me);
    if (who) bench.announce(say.changed, { name: who.name || say.somebody });
  }

  /* One's own changes are in the page already, unless another tab of one's own made them. */
  function isSeen(change) {
    const thing = place.querySelector(change.noun === "block" ? `[data-wall="${change.key}"]` : `[data-room="${change.key}"]`);
    return Boolean(thing) && !change.verb.startsWith("move") && Number(thing.dataset.revision) >= (change.revision ?? 0);
  }

  function people(here) {
    const names = here.map((one) => one.name);
    line.textContent = names.length ? bench.tell(say.here, { names: names.join(", ") }) : say.alone;
    for (const mark of place.querySelectorAll("[data-writer]")) mark.textContent = "";
    for (const one of here) {
      const mark = one.block && place.querySelector(`[data-wall="${one.block}"] [data-writer]`);
      if (mark) mark.textContent = bench.tell(say.writes, { name: one.name });
    }
  }

  async function speak() {
    const wall = document.activeElement?.closest?.("[data-wall]");
    spoken = wall ? Number(wall.dataset.wall) : null;
    await bench.ask("/here.json", { block: spoken }).catch(() => {});
  }

  place.addEventListener("focusin", (event) => {
    const wall = event.target.closest("[data-wall]");
    if (wall && Number(wall.dataset.wall) !== spoken) speak();
  });
  const loop = (deed, every) => {
    const next = () => setTimeout(async () => {
      if (!document.hidden) await deed().catch(() => {});
      next();
    }, every);
    next();
  };
  bench.askNow = ask;
  speak().then(ask);
  loop(ask, CHANGES);
  loop(speak, HERE);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  addEventListener("online", ask);
}
