"""Addresses of the studio's JSON, below /studio/; none carries a language."""

from django.urls import path

from exhibitions.views.studio import exhibitions, hanging, loans, people, review

SHOW = "studio/<slug:slug>"
urlpatterns = [
    path("studio/exhibitions.json", exhibitions.exhibitions, name="studio_exhibitions_json"),
    path("studio/kinds.json", exhibitions.kinds, name="studio_kinds_json"),
    path("studio/notices.json", people.notices, name="studio_notices_json"),
    path("studio/requests.json", loans.requests, name="studio_requests_json"),
    path("studio/requests/<int:key>/<slug:verb>.json", loans.reply, name="studio_reply"),
    path("studio/consents.json", loans.consent, name="studio_consents_json"),
    path("studio/consents/<int:key>/end.json", loans.end_consent, name="studio_end_consent"),
    path(f"{SHOW}/loans.json", loans.of_exhibition, name="studio_loans_json"),
    path(f"{SHOW}/loans/<int:key>/take-back.json", loans.take_back, name="studio_take_back"),
    path(f"{SHOW}/exhibition.json", exhibitions.exhibition, name="studio_exhibition_json"),
    path(f"{SHOW}/changes.json", exhibitions.changes, name="studio_changes_json"),
    path(f"{SHOW}/here.json", exhibitions.here, name="studio_here_json"),
    path(f"{SHOW}/checklist.json", review.checks, name="studio_checklist_json"),
    path(f"{SHOW}/comments.json", review.comments, name="studio_comments_json"),
    path(f"{SHOW}/comments/<int:key>/<slug:verb>.json", review.comment, name="studio_comment_deed"),
    path(f"{SHOW}/links.json", review.links, name="studio_links_json"),
    path(f"{SHOW}/links/<int:key>/revoke.json", review.revoke, name="studio_revoke"),
    path(f"{SHOW}/releases.json", review.releases, name="studio_releases_json"),
    path(f"{SHOW}/releases/<int:first>/compare/<int:second>.json", review.compare, name="studio_compare"),
    path(f"{SHOW}/releases/<int:number>/return.json", review.go_back, name="studio_return"),
    path(f"{SHOW}/state/<slug:verb>.json", review.state, name="studio_state"),
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
