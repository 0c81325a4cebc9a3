"""Addresses of the studio's pages, below /studio/; the language is the one that the member of staff has chosen."""

from django.urls import path

from exhibitions.views.studio_pages import facts, home, loans, review, workbench

urlpatterns = [
    path("studio/", home.home, name="studio"),
    path("studio/notices/", home.notices, name="studio_notices"),
    path("studio/requests/", loans.requests, name="studio_requests"),
    path("studio/<slug:slug>/", workbench.workbench, name="studio_workbench"),
    path("studio/<slug:slug>/rooms/", workbench.room, name="studio_room_add"),
    path("studio/<slug:slug>/rooms/<int:key>/", workbench.room, name="studio_room"),
    path("studio/<slug:slug>/walls/", workbench.wall, name="studio_wall_add"),
    path("studio/<slug:slug>/walls/<int:key>/", workbench.wall, name="studio_wall"),
    path("studio/<slug:slug>/walls/<int:key>/comments/", review.comment, name="studio_comment"),
    path("studio/<slug:slug>/facts/", facts.facts, name="studio_facts"),
    path("studio/<slug:slug>/people/", facts.people, name="studio_people"),
    path("studio/<slug:slug>/loans/", loans.loans, name="studio_loans"),
    path("studio/<slug:slug>/checklist/", review.checks, name="studio_checks"),
    path("studio/<slug:slug>/preview/", review.preview, name="studio_preview"),
    path("studio/<slug:slug>/releases/", review.releases, name="studio_releases"),
]
