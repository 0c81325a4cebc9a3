/* The works that a visitor keeps: a list of ids in this browser, and nothing of it anywhere else. */
const NAME = "asemus-kept";
const ID = /^[0-9a-z]{2,16}$/;
const listeners = new Set();
let unsaved = null; // what could not be stored: kept for as long as the page is open

export const MOST = 200;

export function read() {
  if (unsaved) return [...unsaved];
  try {
    const found = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(found) ? [...new Set(found.filter((id) => ID.test(id)))].slice(0, MOST) : [];
  } catch {
    return []; // no storage, or not what we wrote
  }
}

/* True if the browser stored it. */
export function write(ids) {
  let isStored = true;
  try {
    localStorage.setItem(NAME, JSON.stringify(ids));
    unsaved = null;
  } catch {
    unsaved = [...ids]; // private window, storage off or full
    isStored = false;
  }
  tell();
  return isStored;
}

export function onChange(listener) {
  listeners.add(listener);
}

function tell() {
  for (const listener of listeners) listener();
}

addEventListener("storage", (event) => { // another tab
  if (event.key === NAME || event.key === null) tell();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) tell();
});
