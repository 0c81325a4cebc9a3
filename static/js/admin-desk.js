/* Behaviours of the admin, found by their data- attributes. */
for (const place of document.querySelectorAll("[data-theme-choice]")) {
  import("./theme.js").then(({ attach }) => attach(place));
}
for (const place of document.querySelectorAll("[data-date-check]")) {
  import("./admin-dates.js").then(({ attach }) => attach(place));
}
for (const place of document.querySelectorAll("[data-upload]")) {
  import("./admin-upload.js").then(({ attach }) => attach(place));
}
for (const place of document.querySelectorAll("[data-zoom-dialog]")) {
  import("./admin-zoom.js").then(({ attach }) => attach(place));
}
const form = document.querySelector("form[id$='_form']");
if (form) import("./admin-unsaved.js").then(({ attach }) => attach(form));
