/* The map through time: a slider over the centuries, and play. Arcs stand in the page; a century shows some and hides others,
   and while it plays nothing but opacity, transform and the offset of dashes changes from frame to frame. */
import { zoomable } from "./atlas-zoom.js";
import { moments } from "./atlas-moment.js";

const STAY = 1500; // milliseconds that a century is looked at,
const PASS = 350; // and one of which nothing is told
const DRAWN = 700; // in which an arc is drawn from its beginning to its end
const still = matchMedia("(prefers-reduced-motion: reduce)");

function arcsByCentury(figure, centuries) {
  const numbers = new Map(centuries.map(({ label }, number) => [label, number]));
  const shown = centuries.map(() => new Map());
  for (const arc of figure.querySelectorAll("[data-c]"))
    for (const part of arc.dataset.c.split(" ")) {
      const [label, works] = part.split(":");
      if (numbers.has(label)) shown[numbers.get(label)].set(arc, Number(works));
    }
  return shown;
}

const width = (works) => [1, 2, 4, 7].filter((step) => works >= step).length;

export function attach(figure) {
  for (const tool of figure.querySelectorAll("template")) tool.replaceWith(tool.content); // what only a script can do
  const find = (name) => figure.querySelector(`[data-${name}]`);
  const [rail, tools, slider, head, now] = ["rail", "tools", "slider", "head", "now"].map(find);
  const centuries = [...rail.querySelectorAll("[data-first]")].map((place) => ({ place, ...place.dataset, label: place.dataset.century, name: place.dataset.label }));
  const shown = arcsByCentury(figure, centuries);
  const arcs = [...figure.querySelectorAll("[data-c]")];
  const dots = [...figure.querySelectorAll("[data-slug]")];
  const begun = centuries.findIndex(({ count }) => Number(count));
  const button = (deed) => tools.querySelector(`[data-do=${deed}]`);
  const moment = moments(figure, (number) => address(centuries[number]), (number) => centuries[number].words?.split("|"));
  let at = null;
  let timer = 0;

  function address(century) {
    const url = new URL(figure.dataset.base, location.href);
    if (century) url.searchParams.set("from_year", century.first), url.searchParams.set("to_year", century.last);
    return url;
  }

  function light(on) {
    const lit = new Set();
    const fresh = [];
    for (const arc of arcs) {
      const works = on.get(arc);
      if (works && !arc.hasAttribute("data-on")) fresh.push(arc);
      arc.toggleAttribute("data-on", works !== undefined);
      if (works === undefined) continue;
      if (works) arc.dataset.w = width(works);
      for (const slug of arc.dataset.e.split(" ")) lit.add(slug);
    }
    for (const dot of dots) dot.toggleAttribute("data-on", lit.has(dot.dataset.slug));
    if (still.matches) return;
    for (const arc of fresh) {
      const from = arc.hasAttribute("data-unsure") ? 24 : 100;
      arc.firstElementChild.nextElementSibling.animate({ strokeDashoffset: [from, 0] }, { duration: DRAWN, easing: "ease-out" });
    }
  }

  function show(number, by = "hand") {
    at = number;
    const century = centuries[number];
    light(shown[number]);
    figure.removeAttribute("data-whole");
    for (const each of centuries) each.place.toggleAttribute("data-on", each === century);
    head.style.transform = `translateX(${(figure.clientWidth * (number + 0.45)) / centuries.length}px)`;
    head.hidden = false;
    slider.value = number;
    slider.setAttribute("aria-valuetext", `${century.name}: ${Number(century.count) || rail.dataset.none}`);
    now.textContent = century.name;
    button("all").hidden = false;
    moment.show(number, by);
  }

  function whole() {
    pause();
    location.assign(address(null));
  }

  function step(by) {
    pause();
    const next = at === null ? (by > 0 ? begun : centuries.length - 1) : at + by;
    show(Math.min(centuries.length - 1, Math.max(0, next)));
  }

  function play() {
    if (still.matches) return;
    let number = at === null || at >= centuries.length - 1 ? Math.max(begun, 0) : at;
    now.setAttribute("aria-live", "off");
    sign(true);
    const turn = () => {
      if (number >= centuries.length) return pause();
      show(number, "play");
      timer = setTimeout(turn, Number(centuries[number].count) ? STAY : PASS);
      number += 1;
      if (number < centuries.length) moment.prepare(number);
    };
    turn();
  }

  function pause() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    now.removeAttribute("aria-live");
    sign(false);
    moment.settle();
  }

  function sign(plays) {
    button("play").setAttribute("aria-pressed", plays);
    button("play").querySelector("[data-word]").textContent = plays ? rail.dataset.pause : rail.dataset.play;
  }

  const deeds = { play: () => (timer ? pause() : play()), back: () => step(-1), on: () => step(1), all: whole, ...zoomable(figure) };
  for (const part of [tools, find("zoom")]) part.addEventListener("click", ({ target }) => deeds[target.closest("[data-do]")?.dataset.do]?.());
  slider.addEventListener("input", () => (pause(), show(Number(slider.value))));
  slider.addEventListener("pointerdown", pause);
  document.addEventListener("visibilitychange", () => document.hidden && pause());
  const calm = () => (still.matches && pause(), (button("play").hidden = still.matches));
  still.addEventListener("change", calm);
  calm();
  for (const link of rail.querySelectorAll("a[data-first]")) link.tabIndex = -1;
  const given = centuries.findIndex(({ first: from, last }) => from === rail.dataset.from && last === rail.dataset.to);
  if (given >= 0) show(given, "given");
}
