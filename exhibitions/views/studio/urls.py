"""Addresses of the studio's JSON, below /studio/; none carries a language."""

from django.urls import path

from exhibitions.views.studio import exhibitions, hanging, people

SHOW = "studio/<slug:slug>"
urlpatterns = [
    path("studio/exhibitions.json", exhibitions.exhibitions, name="studio_exhibitions_json"),
    path("studio/kinds.json", exhibitions.kinds, name="studio_kinds_json"),
    path("studio/notices.json", people.notices, name="studio_notices_json"),
    path(f"{SHOW}/exhibition.json", exhibitions.exhibition, name="studio_exhibition_json"),
    path(f"{SHOW}/changes.json", exhibitions.changes, name="studio_changes_json"),
    path(f"{SHOW}/here.json", exhibitions.here, name="studio_here_json"),
    path(f"{SHOW}/depot.json", hanging.depot, name="studio_depot_json"),
    path(f"{SHOW}/sections.json", hanging.sections, name="studio_sections_json"),
    path(f"{SHOW}/sections/<int:key>.json", hanging.section, name="studio_section_json"),
    path(f"{SHOW}/sections/<int:key>/<slug:verb>.json", hanging.section, name="studio_section_deed"),
    path(f"{SHOW}/blocks.json", hanging.blocks, name="studio_blocks_json"),
    path(f"{SHOW}/blocks/<int:key>.json", hanging.block, name="studio_block_json"),
    path(f"{SHOW}/blocks/<int:key>/<slug:verb>.json", hanging.block, name="studio_block_deed"),
    path(f"{SHOW}/people.json", people.people, name="studio_people_json"),
    path(f"{SHOW}/people/<int:key>/leave.json", people.leave, name="studio_leave_json"),
]
