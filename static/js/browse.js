/* What htmx lacks on the browse page: facets stay open or closed as they were, an address names only what was given,
   and an answer that is no part of the page is shown as the page that it is. */
export function attach(browse) {
  let open;
  let running;

  browse.addEventListener("htmx:configRequest", ({ detail }) => {
    for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
  });
  browse.addEventListener("htmx:beforeSwap", () => {
    open = new Map([...browse.querySelectorAll("details[id]")].map((each) => [each.id, each.open]));
  });
  // Parts out of band come first, the results last.
  browse.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target?.id !== "results") return;
    for (const each of browse.querySelectorAll("details[id]")) each.open = open?.get(each.id) ?? each.open;
  });
  browse.addEventListener("submit", () => {
    browse.querySelector("#facets:popover-open")?.hidePopover();
  });
  for (const fault of ["htmx:responseError", "htmx:sendError"])
    browse.addEventListener(fault, ({ detail }) => location.assign(detail.pathInfo.finalRequestPath));
  document.body.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
  // Steps back in a hurry: only the answer to the last one is wanted.
  browse.addEventListener("htmx:beforeRequest", ({ detail }) => (running = detail.xhr));
  document.body.addEventListener("htmx:historyCacheMiss", ({ detail }) => {
    running?.abort();
    running = detail.xhr;
  });
}
