/* Keeps chosen terms in the order in which they were chosen: select2 leaves options where they stood. */
"use strict";
{
  const $ = window.django && window.django.jQuery;
  if ($) {
    $(document).on("select2:select", "select[data-keeps-order]", function (event) {
      const option = event.params.data.element;
      if (option) $(this).append(option).trigger("change");
    });
  }
}
