/* Choosers: chosen terms keep the order in which they were chosen, and every box says to a screen reader what it is. */
"use strict";
{
  const $ = window.django && window.django.jQuery;
  const nameOf = (select) => select.getAttribute("aria-label") || (select.labels && select.labels[0] && select.labels[0].textContent.trim()) || "";
  const name = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete.select2-hidden-accessible")) {
      const box = select.nextElementSibling;
      if (!box) continue;
      for (const part of box.querySelectorAll("[role='combobox'], [role='searchbox'], [role='textbox'], .select2-search__field")) {
        part.removeAttribute("aria-labelledby");
        part.setAttribute("aria-label", nameOf(select));
      }
    }
  };
  if ($) {
    $(document).on("select2:select", "select[data-keeps-order]", function (event) {
      const option = event.params.data.element;
      if (option) $(this).append(option).trigger("change");
    });
    $(document).on("change", "select.admin-autocomplete", () => setTimeout(() => name(document)));
    $(() => setTimeout(() => name(document)));
    document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
  }
}
