/* What is written and not saved yet, kept in this browser for each wall: a closed laptop loses nothing. */
export function drafts(start) {
  const name = (form) => `${start}:${form.dataset.saves}:${form.dataset.key}`;
  const unstored = new Map(); // no storage, or a full one: kept for as long as the page is open

  return {
    keep(form, draft) {
      const text = JSON.stringify(draft);
      unstored.set(name(form), text);
      try {
        localStorage.setItem(name(form), text);
      } catch { /* kept above */ }
    },
    drop(form) {
      unstored.delete(name(form));
      try {
        localStorage.removeItem(name(form));
      } catch { /* nothing was stored either */ }
    },
    read(form) {
      try {
        return JSON.parse(unstored.get(name(form)) ?? localStorage.getItem(name(form)));
      } catch {
        return null;
      }
    },
    hasUnstored: () => unstored.size > 0,
  };
}
