/* Warns before typing is left behind; and reminds, when a step's button is pressed, that the form is not saved. */
export function attach(form) {
  let changed = false;
  let leaving = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !leaving) event.preventDefault();
  });
}
